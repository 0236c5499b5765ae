package dev.sightline.testkit;

import dev.sightline.storage.BucketListing;
import dev.sightline.storage.S3BucketListing;
import org.junit.jupiter.api.AfterEach;

class S3BucketListingIT extends BucketListingContract {

    private final TestBucket bucket = new TestBucket();
    private final S3BucketListing listing = new S3BucketListing(bucket.s3(), bucket.name());

    @Override
    protected BucketListing listing() {
        return listing;
    }

    @Override
    protected String put(String key, byte[] bytes) {
        return bucket.put(key, bytes);
    }

    @Override
    protected void remove(String key) {
        bucket.remove(key);
    }

    @AfterEach
    void removeBucket() {
        bucket.close();
    }
}
