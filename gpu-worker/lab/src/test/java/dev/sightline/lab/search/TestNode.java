package dev.sightline.lab.search;

import dev.sightline.events.EnvironmentNames;
import dev.sightline.index.OpenSearchAuth;
import dev.sightline.index.OpenSearchConnection;
import dev.sightline.index.OpenSearchSettings;
import java.net.URI;

/** The OpenSearch that integration tests are given. */
final class TestNode {

    private TestNode() {}

    static OpenSearchConnection connect() {
        String url = System.getenv(EnvironmentNames.OPENSEARCH_URL);
        if (url == null) {
            throw new IllegalStateException("set %s to the URL of an OpenSearch with k-NN, as ./sightline test does"
                    .formatted(EnvironmentNames.OPENSEARCH_URL));
        }
        return OpenSearchConnection.open(new OpenSearchSettings(URI.create(url), OpenSearchAuth.NONE));
    }
}
