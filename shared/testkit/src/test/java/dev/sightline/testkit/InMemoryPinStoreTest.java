package dev.sightline.testkit;

import dev.sightline.storage.PinStore;

class InMemoryPinStoreTest extends PinStoreContract {

    private final InMemoryPinStore store = new InMemoryPinStore();

    @Override
    protected PinStore store() {
        return store;
    }
}
