package dev.sightline.testkit;

import dev.sightline.index.OpenSearchPinIndex;
import dev.sightline.index.PinIndex;
import org.junit.jupiter.api.AfterEach;

class OpenSearchPinIndexIT extends PinIndexContract {

    private final OpenSearchServer server = new OpenSearchServer();
    private final PinIndex index = new OpenSearchPinIndex(server.connection(), server.names());

    @AfterEach
    void removeIndexes() {
        server.close();
    }

    @Override
    protected PinIndex index() {
        return index;
    }

    @Override
    protected void catchUp() {
        server.refresh();
    }
}
