package dev.sightline.local.system;

import dev.sightline.local.terminal.LauncherException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A real OpenSearch node with the k-NN plugin, as a process of its own; its data lies under the state folder. */
final class SearchNode {

    static final String NAME = "opensearch";

    private final Places places;
    private final int port;

    SearchNode(Places places, int port) {
        this.places = places;
        this.port = port;
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + port);
    }

    URI health() {
        return endpoint().resolve("/_cluster/health?wait_for_status=yellow&timeout=1s");
    }

    ProcessSpec spec() {
        Path module = places.root().resolve("infra/local/opensearch-node");
        Path program = places.program(NAME);
        Folders.replace(module.resolve("target/node"), program);
        Folders.replace(module.resolve("target/classes"), program.resolve("classes"));
        return new ProcessSpec(
                NAME,
                List.of(
                        places.java().toString(),
                        "@" + module.resolve("jvm.options"),
                        "-cp",
                        "%1$s/lib/*:%1$s/knn/*:%1$s/classes".formatted(program),
                        "dev.sightline.opensearch.OpenSearchNode",
                        "--data",
                        places.state().resolve("opensearch").toString(),
                        "--port",
                        Integer.toString(port)),
                Map.of(),
                places.log(NAME));
    }

    /** Deletes all of Sightline's indexes: they are views of a bucket that is gone. */
    void clear() {
        HttpRequest request = HttpRequest.newBuilder(endpoint().resolve("/sightline-*?ignore_unavailable=true"))
                .DELETE()
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new LauncherException("OpenSearch did not delete the old indexes: status %d, %s"
                        .formatted(response.statusCode(), response.body()));
            }
        } catch (IOException e) {
            throw new LauncherException("OpenSearch did not delete the old indexes", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherException("interrupted", e);
        }
    }
}
