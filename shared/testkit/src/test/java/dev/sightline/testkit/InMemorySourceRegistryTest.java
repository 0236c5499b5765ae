package dev.sightline.testkit;

import dev.sightline.index.SourceRegistry;

class InMemorySourceRegistryTest extends SourceRegistryContract {

    private final SourceRegistry registry = new InMemorySourceRegistry();

    @Override
    protected SourceRegistry registry() {
        return registry;
    }

    @Override
    protected void catchUp() {}
}
