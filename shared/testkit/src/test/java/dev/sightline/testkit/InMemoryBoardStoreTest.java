package dev.sightline.testkit;

import dev.sightline.storage.BoardStore;

class InMemoryBoardStoreTest extends BoardStoreContract {

    private final InMemoryBoardStore store = new InMemoryBoardStore();

    @Override
    protected BoardStore store() {
        return store;
    }
}
