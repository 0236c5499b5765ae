package dev.sightline.infra;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import software.constructs.Node;

/**
 * What differs between deployments, from the CDK context ({@code -c name=value} or {@code cdk.json}).
 *
 * @param root the project's root folder, where the functions' zips lie below (context {@code root}, default: current folder)
 * @param openSearchUrl base URL of OpenSearch (context {@code openSearchUrl}, required)
 * @param openSearchArn ARN of the OpenSearch domain that the functions may call (context {@code openSearchArn}, required with {@code
 *     iam}, otherwise without meaning)
 * @param openSearchAuth {@code iam} or {@code none} (context {@code openSearchAuth}, default {@code iam})
 * @param knnMode {@code hnsw} or {@code exact} (context {@code knnMode}, default {@code hnsw})
 * @param analyzerUrl base URL of the worker's analyze endpoint (context {@code analyzerUrl}, required)
 * @param maxImageBytes largest image accepted (context {@code maxImageBytes}, default 64 MiB)
 * @param engagementDays how long the log of engagement is kept (context {@code engagementDays}, default 400, at least 8: late events are
 *     accepted for 7)
 * @param access who may ask the API, and how much
 * @param page where the page is from, and who may show it
 */
public record DeploymentSettings(
        Path root,
        String openSearchUrl,
        String openSearchArn,
        String openSearchAuth,
        String knnMode,
        String analyzerUrl,
        long maxImageBytes,
        int engagementDays,
        AccessSettings access,
        PageSettings page) {

    private static final long DEFAULT_MAX_IMAGE_BYTES = 64L << 20;

    private static final int DEFAULT_ENGAGEMENT_DAYS = 400;
    private static final int MIN_ENGAGEMENT_DAYS = 8;

    public DeploymentSettings {
        requireOneOf("openSearchAuth", openSearchAuth, "iam", "none");
        if (openSearchAuth.equals("iam") && openSearchArn.isBlank()) {
            throw new IllegalArgumentException(
                    "set the context value openSearchArn to the ARN of the domain at %s".formatted(openSearchUrl));
        }
        requireOneOf("knnMode", knnMode, "hnsw", "exact");
        if (maxImageBytes < 1) {
            throw new IllegalArgumentException("expected maxImageBytes >= 1, got " + maxImageBytes);
        }
        if (engagementDays < MIN_ENGAGEMENT_DAYS) {
            throw new IllegalArgumentException(
                    "expected engagementDays >= %d, got %d".formatted(MIN_ENGAGEMENT_DAYS, engagementDays));
        }
    }

    static DeploymentSettings fromContext(Node node) {
        return new DeploymentSettings(
                Path.of(context(node, "root").orElse("")).toAbsolutePath(),
                required(node, "openSearchUrl"),
                context(node, "openSearchArn").orElse(""),
                context(node, "openSearchAuth").orElse("iam"),
                context(node, "knnMode").orElse("hnsw"),
                required(node, "analyzerUrl"),
                context(node, "maxImageBytes").map(Long::parseLong).orElse(DEFAULT_MAX_IMAGE_BYTES),
                context(node, "engagementDays").map(Integer::parseInt).orElse(DEFAULT_ENGAGEMENT_DAYS),
                AccessSettings.fromContext(node),
                PageSettings.fromContext(node));
    }

    /** The packaged code of a function: the very file that AWS runs. */
    Path functionZip(String function) {
        Path zip = root.resolve("functions").resolve(function).resolve("target/function.zip");
        if (!Files.isRegularFile(zip)) {
            throw new IllegalStateException("no %s: build it first with mvn package -DskipTests".formatted(zip));
        }
        return zip;
    }

    static Optional<String> context(Node node, String name) {
        return Optional.ofNullable(node.tryGetContext(name)).map(Object::toString);
    }

    private static String required(Node node, String name) {
        return context(node, name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "set the context value %1$s: cdk deploy -c %1$s=...".formatted(name)));
    }

    private static void requireOneOf(String name, String value, String first, String second) {
        if (!value.equals(first) && !value.equals(second)) {
            throw new IllegalArgumentException(
                    "expected %s to be %s or %s, got '%s'".formatted(name, first, second, value));
        }
    }
}
