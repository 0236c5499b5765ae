package dev.sightline.infra;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;

/** All stacks, of functions and a worker whose code does not matter, with the feature flags of {@code cdk.json}. */
final class SynthesizedStacks {

    static final String DOMAIN = "arn:aws:es:eu-west-1:123456789012:domain/sightline";

    static final PageSettings PAGE =
            new PageSettings(null, List.of("http://127.0.0.1:8091", "http://localhost:8091"), null, null, null);

    /** Pages of other origins that may ask. */
    static final String ORIGINS = "https://page.example,https://other.example:8443";

    private static final Path PROJECT = Path.of("../..");

    private SynthesizedStacks() {}

    /** On LocalStack, with search and worker from elsewhere. The root is an empty folder. */
    static SightlineApp.Stacks below(Path root) throws IOException {
        return below(root, Map.of("apiRate", "7", "apiBurst", "9", "apiOrigins", ORIGINS));
    }

    /** The same with other values. The root is an empty folder. */
    static SightlineApp.Stacks below(Path root, Map<String, String> context) throws IOException {
        Map<String, String> all = new TreeMap<>(Map.of(
                "platform", "localstack",
                "openSearchUrl", "https://search.example",
                "openSearchArn", DOMAIN,
                "analyzerUrl", "http://worker.example",
                "maxImageBytes", "1000",
                "pageOrigins", String.join(",", PAGE.origins())));
        all.putAll(context);
        // One statement for each grant: the tests say who may do what.
        App app = app(root, root.resolve("cdk.out"), all, Map.of("@aws-cdk/aws-iam:minimizePolicies", false));
        return SightlineApp.addStacks(app, DeploymentSettings.fromContext(DeploymentContext.of(app.getNode())));
    }

    /** An app whose root has what the stacks read. */
    static App app(Path root, Path out, Map<String, String> context, Map<String, Boolean> flags) throws IOException {
        for (String function : List.of("ingest", "indexer", "blender", "engagement")) {
            Path zip = root.resolve("functions").resolve(function).resolve("target/function.zip");
            Files.createDirectories(Objects.requireNonNull(zip.getParent()));
            Files.writeString(zip, function);
        }
        Path worker = Files.createDirectories(root.resolve("gpu-worker/worker"));
        Files.writeString(worker.resolve("Dockerfile"), "FROM scratch");
        Files.writeString(root.resolve(".dockerignore"), "*\n!gpu-worker\n");
        Map<String, Object> all = new TreeMap<>(flags());
        all.putAll(flags);
        all.putAll(context);
        all.put("root", root.toString());
        return new App(AppProps.builder()
                .context(all)
                .outdir(out.toString())
                .analyticsReporting(false)
                .build());
    }

    private static Map<String, Object> flags() throws IOException {
        Map<String, Object> flags = new TreeMap<>();
        new ObjectMapper()
                .readTree(PROJECT.resolve("cdk.json").toFile())
                .get("context")
                .properties()
                .forEach(flag -> flags.put(flag.getKey(), valueOf(flag.getValue())));
        return flags;
    }

    private static Object valueOf(JsonNode flag) {
        return flag.isBoolean() ? flag.asBoolean() : flag.asText();
    }
}
