package dev.sightline.testkit;

import dev.sightline.index.ImageIndex;
import dev.sightline.index.IndexGeneration;
import dev.sightline.index.IndexInventory;
import dev.sightline.index.IndexShape;
import dev.sightline.index.OpenSearchImageIndex;
import dev.sightline.index.OpenSearchIndexInventory;
import dev.sightline.visual.ImageSignature;
import org.junit.jupiter.api.AfterEach;

class OpenSearchIndexInventoryIT extends IndexInventoryContract {

    private final OpenSearchServer server = new OpenSearchServer();
    private final ImageIndex index = new OpenSearchImageIndex(server.connection(), server.names(), IndexShape.LOCAL);
    private final IndexInventory inventory = new OpenSearchIndexInventory(server.connection(), server.names());

    @AfterEach
    void removeIndexes() {
        server.close();
    }

    @Override
    protected IndexInventory inventory() {
        return inventory;
    }

    @Override
    protected ImageIndex index() {
        return index;
    }

    @Override
    protected void loseImage(IndexGeneration generation, ImageSignature signature) {
        server.delete("%s-images-%s/_doc/%s".formatted(server.names().prefix(), generation, signature));
    }
}
