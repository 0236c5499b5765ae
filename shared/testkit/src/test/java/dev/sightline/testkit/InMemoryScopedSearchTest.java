package dev.sightline.testkit;

import dev.sightline.index.ImageIndex;
import dev.sightline.index.VisualSearcher;

class InMemoryScopedSearchTest extends ScopedSearchContract {

    private final InMemoryVisualIndex index = new InMemoryVisualIndex();

    @Override
    protected ImageIndex index() {
        return index;
    }

    @Override
    protected VisualSearcher searcher() {
        return index;
    }

    @Override
    protected void catchUp() {}
}
