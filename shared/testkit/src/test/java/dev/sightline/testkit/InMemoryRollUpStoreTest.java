package dev.sightline.testkit;

import dev.sightline.storage.RollUpStore;

class InMemoryRollUpStoreTest extends RollUpStoreContract {

    private final InMemoryRollUpStore store = new InMemoryRollUpStore();

    @Override
    protected RollUpStore store() {
        return store;
    }
}
