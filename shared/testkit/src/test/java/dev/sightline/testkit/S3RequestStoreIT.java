package dev.sightline.testkit;

import dev.sightline.storage.RequestStore;
import dev.sightline.storage.S3RequestStore;
import org.junit.jupiter.api.AfterEach;

class S3RequestStoreIT extends RequestStoreContract {

    private final TestBucket bucket = new TestBucket();
    private final S3RequestStore store = new S3RequestStore(bucket.s3(), bucket.name());

    @Override
    protected RequestStore store() {
        return store;
    }

    @AfterEach
    void removeBucket() {
        bucket.close();
    }
}
