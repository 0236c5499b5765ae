package dev.sightline.testkit;

import dev.sightline.index.ImageIndex;
import dev.sightline.index.IndexGeneration;
import dev.sightline.index.IndexGenerations;
import dev.sightline.index.IndexProbe;

class InMemoryIndexProbeTest extends IndexProbeContract {

    private final InMemoryVisualIndex index = new InMemoryVisualIndex();

    @Override
    protected ImageIndex index() {
        return index;
    }

    @Override
    protected IndexGenerations generations() {
        return index;
    }

    @Override
    protected IndexProbe probe(IndexGeneration generation) {
        return index.probe(generation);
    }

    @Override
    protected void catchUp() {}
}
