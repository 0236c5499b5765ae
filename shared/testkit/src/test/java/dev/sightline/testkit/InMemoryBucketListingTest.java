package dev.sightline.testkit;

import dev.sightline.storage.BucketListing;

class InMemoryBucketListingTest extends BucketListingContract {

    private final InMemoryImageStore store = new InMemoryImageStore();

    @Override
    protected BucketListing listing() {
        return store;
    }

    @Override
    protected String put(String key, byte[] bytes) {
        return store.put(key, bytes);
    }

    @Override
    protected void remove(String key) {
        store.remove(key);
    }
}
