package dev.sightline.testkit;

import dev.sightline.storage.PolicyStore;

class InMemoryPolicyStoreTest extends PolicyStoreContract {

    private final InMemoryPolicyStore store = new InMemoryPolicyStore();

    @Override
    protected PolicyStore store() {
        return store;
    }
}
