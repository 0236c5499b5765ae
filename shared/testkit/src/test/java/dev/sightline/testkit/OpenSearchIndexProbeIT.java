package dev.sightline.testkit;

import dev.sightline.index.ImageIndex;
import dev.sightline.index.IndexGeneration;
import dev.sightline.index.IndexGenerations;
import dev.sightline.index.IndexProbe;
import dev.sightline.index.IndexShape;
import dev.sightline.index.OpenSearchImageIndex;
import dev.sightline.index.OpenSearchIndexGenerations;
import dev.sightline.index.OpenSearchIndexProbe;
import org.junit.jupiter.api.AfterEach;

class OpenSearchIndexProbeIT extends IndexProbeContract {

    private final OpenSearchServer server = new OpenSearchServer();
    private final ImageIndex index = new OpenSearchImageIndex(server.connection(), server.names(), IndexShape.LOCAL);
    private final IndexGenerations generations =
            new OpenSearchIndexGenerations(server.connection(), server.names(), IndexShape.LOCAL);

    @AfterEach
    void removeIndexes() {
        server.close();
    }

    @Override
    protected ImageIndex index() {
        return index;
    }

    @Override
    protected IndexGenerations generations() {
        return generations;
    }

    @Override
    protected IndexProbe probe(IndexGeneration generation) {
        return new OpenSearchIndexProbe(server.connection(), server.names(), generation);
    }

    @Override
    protected void catchUp() {
        server.refresh();
    }
}
