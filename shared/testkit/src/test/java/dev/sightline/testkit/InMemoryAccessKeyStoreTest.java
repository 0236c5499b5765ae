package dev.sightline.testkit;

import dev.sightline.storage.AccessKeyStore;

class InMemoryAccessKeyStoreTest extends AccessKeyStoreContract {

    private final InMemoryAccessKeyStore store = new InMemoryAccessKeyStore();

    @Override
    protected AccessKeyStore store() {
        return store;
    }
}
