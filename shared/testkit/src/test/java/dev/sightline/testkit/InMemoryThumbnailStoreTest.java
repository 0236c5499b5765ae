package dev.sightline.testkit;

import dev.sightline.storage.ThumbnailStore;

class InMemoryThumbnailStoreTest extends ThumbnailStoreContract {

    private final InMemoryThumbnailStore store = new InMemoryThumbnailStore();

    @Override
    protected ThumbnailStore store() {
        return store;
    }
}
