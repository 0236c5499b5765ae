package dev.sightline.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sightline.bench.figures.BenchFolder;
import dev.sightline.bench.search.RealVectors;
import dev.sightline.bench.search.SearchRun;
import dev.sightline.index.OpenSearchAuth;
import dev.sightline.index.OpenSearchConnection;
import dev.sightline.index.OpenSearchSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "search", description = "Measures search on a node of OpenSearch that holds nothing else.")
final class SearchCommand implements Callable<Integer> {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Spec
    private CommandSpec spec;

    @Option(names = "--models", required = true, paramLabel = "DIR")
    private Path models;

    @Option(names = "--images", required = true, paramLabel = "DIR")
    private Path images;

    @Option(names = "--url", required = true, paramLabel = "URL")
    private URI url;

    @Option(names = "--sizes", defaultValue = "10000,100000", split = ",", paramLabel = "N")
    private List<Integer> sizes;

    @Option(names = "--queries", defaultValue = "100", paramLabel = "N")
    private int queries;

    @Option(names = "--rounds", defaultValue = "3", paramLabel = "N")
    private int rounds;

    @Option(names = "--quick")
    private boolean quick;

    @Option(names = "--out", required = true, paramLabel = "DIR")
    private Path out;

    @Override
    public Integer call() {
        RealVectors vectors = RealVectors.of(models, images, Integer.MAX_VALUE);
        SearchRun.Extent extent = new SearchRun.Extent(sizes, queries, rounds, quick);
        try (OpenSearchConnection connection =
                OpenSearchConnection.open(new OpenSearchSettings(url, OpenSearchAuth.NONE))) {
            PrintWriter terminal = spec.commandLine().getOut();
            SearchRun run = new SearchRun(vectors, connection, this::storeBytes, extent, terminal::println);
            new BenchFolder(out).write(run.run(version()));
        }
        return 0;
    }

    private String version() {
        return read("/").at("/version/number").asText();
    }

    private long storeBytes() {
        return read("/_stats/store").at("/_all/primaries/store/size_in_bytes").asLong();
    }

    private JsonNode read(String path) {
        try (InputStream answer = url.resolve(path).toURL().openStream()) {
            return MAPPER.readTree(answer);
        } catch (IOException e) {
            throw new UncheckedIOException("asking " + url.resolve(path), e);
        }
    }
}
