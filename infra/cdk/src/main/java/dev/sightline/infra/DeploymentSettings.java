package dev.sightline.infra;

import dev.sightline.events.BuildVersion;
import dev.sightline.events.EnvironmentNames;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What differs between deployments, from the {@linkplain DeploymentContext context}.
 *
 * @param name of the deployment (context {@code deployment}: that of a file in {@code infra/cdk/deployments}, or a path)
 * @param root the project's root folder, where the functions' zips lie below (context {@code root}, default: current folder)
 * @param platform what is deployed to
 * @param size how much of everything there is
 * @param functions what the functions' zips hold
 * @param search an OpenSearch that exists (context {@code openSearchUrl}; default: {@link SearchStack} makes a domain), with its ARN (context
 *     {@code openSearchArn}, required with {@code iam}) and {@code iam} or {@code none} (context {@code openSearchAuth}, default {@code iam})
 * @param knnMode {@code hnsw} or {@code exact} (context {@code knnMode}, default {@code hnsw})
 * @param indexShards primary shards of each index of images or objects that is made (context {@code indexShards}, default by size)
 * @param analyzerUrl base URL of an analyze endpoint that exists (context {@code analyzerUrl}; default: {@link GpuWorkerStack} makes it)
 * @param models which bundles the worker loads, by the names of its environment variables (contexts {@code embedder}, {@code detector}, {@code
 *     queryDetector}, and those of the next set: {@code nextEmbedder}, {@code nextDetector}, {@code nextQueryDetector}; default: the worker's)
 * @param gpuMachines types of machines with a GPU, the best first (context {@code gpuMachines}, separated by commas, default {@code
 *     g6.xlarge,g5.xlarge,g4dn.xlarge})
 * @param searchOperators ARNs of roles that may use the indexes beside the functions, from inside the network: those of people who run the
 *     launcher's commands there (context {@code searchOperators}, separated by commas; default: none)
 * @param maxImageBytes largest image accepted (context {@code maxImageBytes}, default 64 MiB)
 * @param engagementDays how long the log of engagement is kept (context {@code engagementDays}, default 400, at least 8: late events are
 *     accepted for 7)
 * @param alarmEmail who is written to when an alarm goes off (context {@code alarmEmail}; default: nobody, the topic is there)
 * @param revision commit that the worker's image is told, since its build sees none (context {@code revision}, default {@code unknown})
 * @param network where functions, search and workers live
 * @param access who may ask the API, and how much
 * @param page where the page is from, and who may show it
 * @param tracing where the spans of traces go
 */
public record DeploymentSettings(
        String name,
        Path root,
        Platform platform,
        DeploymentSize size,
        FunctionKind functions,
        @Nullable SearchEndpoint search,
        String knnMode,
        int indexShards,
        @Nullable String analyzerUrl,
        Map<String, String> models,
        List<String> gpuMachines,
        List<String> searchOperators,
        long maxImageBytes,
        int engagementDays,
        @Nullable String alarmEmail,
        String revision,
        NetworkSettings network,
        AccessSettings access,
        PageSettings page,
        TracingSettings tracing) {

    private static final String DEFAULT_GPU_MACHINES = "g6.xlarge,g5.xlarge,g4dn.xlarge";
    private static final long DEFAULT_MAX_IMAGE_BYTES = 64L << 20;

    private static final int DEFAULT_ENGAGEMENT_DAYS = 400;
    private static final int MIN_ENGAGEMENT_DAYS = 8;

    public DeploymentSettings {
        models = Collections.unmodifiableMap(new TreeMap<>(models));
        gpuMachines = List.copyOf(gpuMachines);
        searchOperators = List.copyOf(searchOperators);
        DeploymentContext.requireOneOf("knnMode", knnMode, "hnsw", "exact");
        if (indexShards < 1) {
            throw new IllegalArgumentException("expected indexShards >= 1, got " + indexShards);
        }
        if (maxImageBytes < 1) {
            throw new IllegalArgumentException("expected maxImageBytes >= 1, got " + maxImageBytes);
        }
        if (engagementDays < MIN_ENGAGEMENT_DAYS) {
            throw new IllegalArgumentException(
                    "expected engagementDays >= %d, got %d".formatted(MIN_ENGAGEMENT_DAYS, engagementDays));
        }
        if (platform == Platform.LOCALSTACK && (search == null || analyzerUrl == null)) {
            throw new IllegalArgumentException(
                    "set the context values openSearchUrl and analyzerUrl: LocalStack has neither OpenSearch nor workers");
        }
    }

    static DeploymentSettings fromContext(DeploymentContext context) {
        DeploymentSize size = context.choice("size", DeploymentSize.SMALL);
        DeploymentSettings settings = new DeploymentSettings(
                context.name(),
                context.root(),
                context.choice("platform", Platform.AWS),
                size,
                context.choice("functions", FunctionKind.JVM),
                search(context),
                context.value("knnMode").orElse("hnsw"),
                context.number("indexShards", size.search().shards()),
                context.value("analyzerUrl").orElse(null),
                models(context),
                context.values("gpuMachines", DEFAULT_GPU_MACHINES),
                context.values("searchOperators"),
                context.value("maxImageBytes").map(Long::parseLong).orElse(DEFAULT_MAX_IMAGE_BYTES),
                context.number("engagementDays", DEFAULT_ENGAGEMENT_DAYS),
                context.value("alarmEmail").orElse(null),
                context.value("revision").orElse(BuildVersion.UNKNOWN),
                NetworkSettings.fromContext(context),
                AccessSettings.fromContext(context),
                PageSettings.fromContext(context),
                TracingSettings.fromContext(context));
        context.refuseUnknown();
        return settings;
    }

    private static @Nullable SearchEndpoint search(DeploymentContext context) {
        String arn = context.value("openSearchArn").orElse("");
        String auth = context.value("openSearchAuth").orElse(SearchEndpoint.IAM);
        return context.value("openSearchUrl")
                .map(url -> new SearchEndpoint(url, arn, auth))
                .orElse(null);
    }

    private static Map<String, String> models(DeploymentContext context) {
        Map<String, String> models = new TreeMap<>();
        Map.of(
                        "embedder", EnvironmentNames.EMBEDDER,
                        "detector", EnvironmentNames.DETECTOR,
                        "queryDetector", EnvironmentNames.QUERY_DETECTOR,
                        "nextEmbedder", EnvironmentNames.NEXT_EMBEDDER,
                        "nextDetector", EnvironmentNames.NEXT_DETECTOR,
                        "nextQueryDetector", EnvironmentNames.NEXT_QUERY_DETECTOR)
                .forEach((key, name) -> context.value(key).ifPresent(bundle -> models.put(name, bundle)));
        return models;
    }

    boolean onAws() {
        return platform == Platform.AWS;
    }

    /** The packaged code of a function: the very file that AWS runs. */
    Path functionZip(String function) {
        Path zip = root.resolve("functions").resolve(function).resolve("target/function.zip");
        if (!Files.isRegularFile(zip)) {
            throw new IllegalStateException("no %s: build it first with mvn package -DskipTests".formatted(zip));
        }
        return zip;
    }
}
