package dev.sightline.infra;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.constructs.Node;

/**
 * The values that describe a deployment: what {@code cdk -c name=value} says, else {@code cdk.json}, else the deployment's own file.
 *
 * <p>The context {@code deployment} names that file: {@code infra/cdk/deployments/<name>.json} below the root, or a path that ends with {@code
 * .json}. Without it there is none. Not thread-safe.
 */
final class DeploymentContext {

    private static final String SUFFIX = ".json";

    private final Node node;
    private final String name;
    private final Path root;
    private final Map<String, String> file;
    private final Set<String> asked = new HashSet<>();

    private DeploymentContext(Node node) {
        this.node = node;
        root = given("root").map(Path::of).orElse(Path.of("")).toAbsolutePath();
        Optional<String> deployment = given("deployment");
        Optional<Path> path = deployment.map(this::file);
        name = path.map(DeploymentContext::nameOf).orElse("default");
        file = path.map(DeploymentContext::read).orElseGet(Map::of);
    }

    static DeploymentContext of(Node node) {
        return new DeploymentContext(node);
    }

    /** Of the deployment: that of its file, or {@code default}. */
    String name() {
        return name;
    }

    /** The project's root folder. */
    Path root() {
        return root;
    }

    Optional<String> value(String key) {
        asked.add(key);
        return given(key).or(() -> Optional.ofNullable(file.get(key)));
    }

    /** Those of a value that are separated by commas; none without it. */
    List<String> values(String key) {
        return value(key).stream().flatMap(DeploymentContext::split).toList();
    }

    List<String> values(String key, String absent) {
        return split(value(key).orElse(absent)).toList();
    }

    int number(String key, int absent) {
        return value(key).map(Integer::parseInt).orElse(absent);
    }

    /** One of an enum, in lower case. */
    <E extends Enum<E>> E choice(String key, E absent) {
        Collection<E> choices = Arrays.asList(absent.getDeclaringClass().getEnumConstants());
        return value(key)
                .map(value -> choices.stream()
                        .filter(choice -> lower(choice).equals(value))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("expected %s to be one of %s, got '%s'"
                                .formatted(
                                        key,
                                        choices.stream()
                                                .map(DeploymentContext::lower)
                                                .collect(Collectors.joining(", ")),
                                        value))))
                .orElse(absent);
    }

    /** Refuses a file with a value that nobody has asked for: a misspelt one would be passed over. */
    void refuseUnknown() {
        List<String> unknown =
                file.keySet().stream().filter(key -> !asked.contains(key)).toList();
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("the deployment '%s' has unknown values: %s; known are %s"
                    .formatted(
                            name,
                            String.join(", ", unknown),
                            asked.stream().sorted().collect(Collectors.joining(", "))));
        }
    }

    static void requireOneOf(String key, String value, String first, String second) {
        if (!value.equals(first) && !value.equals(second)) {
            throw new IllegalArgumentException(
                    "expected %s to be %s or %s, got '%s'".formatted(key, first, second, value));
        }
    }

    private static Stream<String> split(String values) {
        return Arrays.stream(values.split(","));
    }

    private Optional<String> given(String key) {
        return Optional.ofNullable(node.tryGetContext(key)).map(Object::toString);
    }

    private Path file(String deployment) {
        return deployment.endsWith(SUFFIX)
                ? root.resolve(deployment)
                : root.resolve("infra/cdk/deployments").resolve(deployment + SUFFIX);
    }

    private static String nameOf(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(0, name.length() - SUFFIX.length());
    }

    private static Map<String, String> read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("no %s, which the context value deployment names".formatted(file));
        }
        try {
            Map<String, String> values = new TreeMap<>();
            for (Map.Entry<String, JsonNode> value :
                    new ObjectMapper().readTree(file.toFile()).properties()) {
                values.put(value.getKey(), value.getValue().asText());
            }
            return values;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String lower(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }
}
