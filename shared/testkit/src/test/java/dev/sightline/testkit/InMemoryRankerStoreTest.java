package dev.sightline.testkit;

import dev.sightline.storage.RankerStore;

class InMemoryRankerStoreTest extends RankerStoreContract {

    private final InMemoryRankerStore store = new InMemoryRankerStore();

    @Override
    protected RankerStore store() {
        return store;
    }
}
