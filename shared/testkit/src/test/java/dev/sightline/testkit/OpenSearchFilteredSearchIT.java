package dev.sightline.testkit;

import dev.sightline.index.ImageIndex;
import dev.sightline.index.IndexShape;
import dev.sightline.index.OpenSearchImageIndex;
import dev.sightline.index.OpenSearchVisualSearcher;
import dev.sightline.index.VisualSearcher;
import org.junit.jupiter.api.AfterEach;

class OpenSearchFilteredSearchIT extends FilteredSearchContract {

    private final OpenSearchServer server = new OpenSearchServer();
    private final ImageIndex index = new OpenSearchImageIndex(server.connection(), server.names(), IndexShape.LOCAL);
    private final VisualSearcher searcher = new OpenSearchVisualSearcher(server.connection(), server.names());

    @AfterEach
    void removeIndexes() {
        server.close();
    }

    @Override
    protected ImageIndex index() {
        return index;
    }

    @Override
    protected VisualSearcher searcher() {
        return searcher;
    }

    @Override
    protected void catchUp() {
        server.refresh();
    }
}
