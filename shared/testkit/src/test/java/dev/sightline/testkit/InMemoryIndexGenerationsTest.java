package dev.sightline.testkit;

import dev.sightline.index.ImageIndex;
import dev.sightline.index.IndexGenerations;
import dev.sightline.index.VisualSearcher;

class InMemoryIndexGenerationsTest extends IndexGenerationsContract {

    private final InMemoryVisualIndex index = new InMemoryVisualIndex();

    @Override
    protected IndexGenerations generations() {
        return index;
    }

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
