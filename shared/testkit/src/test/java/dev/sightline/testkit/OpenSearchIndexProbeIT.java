package dev.sightline.testkit;

import dev.sightline.index.ImageIndex;
import dev.sightline.index.IndexProbe;
import dev.sightline.index.KnnMode;
import dev.sightline.index.OpenSearchImageIndex;
import dev.sightline.index.OpenSearchIndexProbe;
import org.junit.jupiter.api.AfterEach;

class OpenSearchIndexProbeIT extends IndexProbeContract {

    private final OpenSearchServer server = new OpenSearchServer();
    private final ImageIndex index = new OpenSearchImageIndex(server.connection(), server.names(), KnnMode.EXACT);
    private final IndexProbe probe = new OpenSearchIndexProbe(server.connection(), server.names());

    @AfterEach
    void removeIndexes() {
        server.close();
    }

    @Override
    protected ImageIndex index() {
        return index;
    }

    @Override
    protected IndexProbe probe() {
        return probe;
    }

    @Override
    protected void catchUp() {
        server.refresh();
    }
}
