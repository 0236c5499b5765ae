package dev.sightline.testkit;

import dev.sightline.index.SourceRegistry;

class InMemorySourceListsTest extends SourceListsContract {

    private final InMemorySourceRegistry registry = new InMemorySourceRegistry();

    @Override
    protected SourceRegistry registry() {
        return registry;
    }

    @Override
    protected void catchUp() {}
}
