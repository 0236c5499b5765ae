package dev.sightline.testkit;

import dev.sightline.events.EnvironmentNames;
import dev.sightline.index.IndexNames;
import dev.sightline.index.OpenSearchAuth;
import dev.sightline.index.OpenSearchConnection;
import dev.sightline.index.OpenSearchSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;

/** The OpenSearch that integration tests are given, and index names of which no other test knows; closing removes the indexes. */
final class OpenSearchServer implements AutoCloseable {

    private final URI url;
    private final IndexNames names =
            new IndexNames("it-" + UUID.randomUUID().toString().substring(0, 8));
    private final OpenSearchConnection connection;
    private final HttpClient http = HttpClient.newHttpClient();

    OpenSearchServer() {
        String given = System.getenv(EnvironmentNames.OPENSEARCH_URL);
        if (given == null) {
            throw new IllegalStateException("set %s to the URL of an OpenSearch with k-NN, as ./sightline test does"
                    .formatted(EnvironmentNames.OPENSEARCH_URL));
        }
        url = URI.create(given);
        connection = OpenSearchConnection.open(new OpenSearchSettings(url, OpenSearchAuth.NONE));
    }

    OpenSearchConnection connection() {
        return connection;
    }

    IndexNames names() {
        return names;
    }

    void refresh() {
        send("POST", "/%s-*/_refresh".formatted(names.prefix()));
    }

    /** The names of all indexes of a purpose, in order. */
    List<String> indexes(String purpose) {
        return send("GET", "/_cat/indices/%s-%s*?h=index&s=index".formatted(names.prefix(), purpose))
                .lines()
                .toList();
    }

    /** Deletes an index or a document, and makes that visible. */
    void delete(String path) {
        send("DELETE", "/%s?refresh=true".formatted(path));
    }

    @Override
    public void close() {
        send("DELETE", "/%s-*".formatted(names.prefix()));
        connection.close();
        http.close();
    }

    /** Makes an index or a document as it is given. */
    void put(String path, String json) {
        send(HttpRequest.newBuilder(url.resolve(path))
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    private String send(String method, String path) {
        return send(HttpRequest.newBuilder(url.resolve(path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build());
    }

    private String send(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new IllegalStateException("%s: %s".formatted(request, response.body()));
            }
            return response.body();
        } catch (IOException e) {
            throw new IllegalStateException("no OpenSearch at " + url, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
