package dev.sightline.testkit;

import dev.sightline.storage.AccessKeyStore;
import dev.sightline.storage.S3AccessKeyStore;
import org.junit.jupiter.api.AfterEach;

class S3AccessKeyStoreIT extends AccessKeyStoreContract {

    private final TestBucket bucket = new TestBucket();
    private final S3AccessKeyStore store = new S3AccessKeyStore(bucket.s3(), bucket.name());

    @Override
    protected AccessKeyStore store() {
        return store;
    }

    @AfterEach
    void removeBucket() {
        bucket.close();
    }
}
