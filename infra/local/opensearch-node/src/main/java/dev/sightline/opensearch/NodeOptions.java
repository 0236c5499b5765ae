package dev.sightline.opensearch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import org.opensearch.common.settings.Settings;

/**
 * What the node is told: the folder that holds everything it keeps, and its HTTP port on 127.0.0.1.
 *
 * @throws IllegalArgumentException if the port is not in 1..65535
 */
record NodeOptions(Path data, int port) {

    static final String NODE_NAME = "sightline";
    private static final String USAGE = "usage: OpenSearchNode --data DIR --port N";
    private static final String LOG_CONFIGURATION = "log4j2.properties";

    NodeOptions {
        data = data.toAbsolutePath();
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("expected a port in 1..65535, got %d; %s".formatted(port, USAGE));
        }
    }

    static NodeOptions parse(String[] arguments) {
        if (arguments.length != 4 || !arguments[0].equals("--data") || !arguments[2].equals("--port")) {
            throw new IllegalArgumentException(USAGE);
        }
        return new NodeOptions(Path.of(arguments[1]), Integer.parseInt(arguments[3]));
    }

    Path config() {
        return data.resolve("config");
    }

    /** OpenSearch reads its log configuration from a file in the configuration folder only. */
    void writeLogConfiguration() throws IOException {
        Files.createDirectories(config());
        try (InputStream resource =
                Objects.requireNonNull(NodeOptions.class.getResourceAsStream(LOG_CONFIGURATION), LOG_CONFIGURATION)) {
            Files.copy(resource, config().resolve(LOG_CONFIGURATION), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    Settings settings() {
        return Settings.builder()
                .put("path.home", data.toString())
                .put("cluster.name", "sightline-local")
                .put("node.name", NODE_NAME)
                .putList("node.roles", "cluster_manager", "data", "ingest")
                .put("discovery.type", "single-node")
                .put("network.host", "127.0.0.1")
                .put("http.type", "netty4")
                .put("http.port", port)
                .put("transport.type", "netty4")
                // Nobody joins: any free port will do.
                .put("transport.port", "0")
                .put("action.auto_create_index", false)
                // A laptop's disk is often nearly full; a write block would be a riddle.
                .put("cluster.routing.allocation.disk.threshold_enabled", false)
                .build();
    }
}
