package dev.sightline.testkit;

import dev.sightline.index.ImageIndex;
import dev.sightline.index.IndexGenerations;
import dev.sightline.index.IndexShape;
import dev.sightline.index.OpenSearchImageIndex;
import dev.sightline.index.OpenSearchIndexGenerations;
import dev.sightline.index.OpenSearchVisualSearcher;
import dev.sightline.index.VisualSearcher;
import org.junit.jupiter.api.AfterEach;

class OpenSearchIndexGenerationsIT extends IndexGenerationsContract {

    private final OpenSearchServer server = new OpenSearchServer();

    @AfterEach
    void removeIndexes() {
        server.close();
    }

    @Override
    protected IndexGenerations generations() {
        return new OpenSearchIndexGenerations(server.connection(), server.names(), IndexShape.LOCAL);
    }

    @Override
    protected ImageIndex index() {
        return new OpenSearchImageIndex(server.connection(), server.names(), IndexShape.LOCAL);
    }

    @Override
    protected VisualSearcher searcher() {
        return new OpenSearchVisualSearcher(server.connection(), server.names());
    }

    @Override
    protected void catchUp() {
        server.refresh();
    }
}
