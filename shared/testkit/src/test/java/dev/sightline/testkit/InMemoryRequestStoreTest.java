package dev.sightline.testkit;

import dev.sightline.storage.RequestStore;

class InMemoryRequestStoreTest extends RequestStoreContract {

    private final InMemoryRequestStore store = new InMemoryRequestStore();

    @Override
    protected RequestStore store() {
        return store;
    }
}
