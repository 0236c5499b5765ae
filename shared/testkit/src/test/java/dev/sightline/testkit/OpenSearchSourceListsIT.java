package dev.sightline.testkit;

import dev.sightline.index.OpenSearchSourceRegistry;
import dev.sightline.index.SourceRegistry;
import org.junit.jupiter.api.AfterEach;

class OpenSearchSourceListsIT extends SourceListsContract {

    private final OpenSearchServer server = new OpenSearchServer();
    private final SourceRegistry registry = new OpenSearchSourceRegistry(server.connection(), server.names());

    @AfterEach
    void removeIndexes() {
        server.close();
    }

    @Override
    protected SourceRegistry registry() {
        return registry;
    }

    @Override
    protected void catchUp() {
        server.refresh();
    }
}
