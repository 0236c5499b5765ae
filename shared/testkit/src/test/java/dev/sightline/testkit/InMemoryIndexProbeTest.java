package dev.sightline.testkit;

import dev.sightline.index.ImageIndex;
import dev.sightline.index.IndexProbe;

class InMemoryIndexProbeTest extends IndexProbeContract {

    private final InMemoryVisualIndex index = new InMemoryVisualIndex();

    @Override
    protected ImageIndex index() {
        return index;
    }

    @Override
    protected IndexProbe probe() {
        return index;
    }

    @Override
    protected void catchUp() {}
}
