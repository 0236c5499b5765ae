package dev.sightline.testkit;

import dev.sightline.index.ImageIndex;
import dev.sightline.index.IndexGeneration;
import dev.sightline.index.IndexInventory;
import dev.sightline.visual.ImageSignature;

class InMemoryIndexInventoryTest extends IndexInventoryContract {

    private final InMemoryVisualIndex index = new InMemoryVisualIndex();

    @Override
    protected IndexInventory inventory() {
        return index.inventory();
    }

    @Override
    protected ImageIndex index() {
        return index;
    }

    @Override
    protected void loseImage(IndexGeneration generation, ImageSignature signature) {
        index.lose(generation, signature);
    }
}
