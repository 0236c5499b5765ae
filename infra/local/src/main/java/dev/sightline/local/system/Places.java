package dev.sightline.local.system;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Where things lie.
 *
 * @param root the checkout
 * @param state what belongs to the running system: {@code .sightline} in the checkout
 * @param cache downloads and tool installations, shared by all checkouts of a user: {@code $XDG_CACHE_HOME/sightline}
 * @param java the java binary of the JDK 25
 * @param python the python binary of a Python 3.13
 */
public record Places(Path root, Path state, Path cache, Path java, Path python) {

    public static Places fromEnvironment(Map<String, String> environment) {
        Path root = Path.of(required(environment, "SIGHTLINE_ROOT")).toAbsolutePath();
        Path cacheHome = Optional.ofNullable(environment.get("XDG_CACHE_HOME"))
                .filter(path -> !path.isBlank())
                .map(Path::of)
                .orElseGet(() -> Path.of(required(environment, "HOME"), ".cache"));
        return new Places(
                root,
                Optional.ofNullable(environment.get("SIGHTLINE_STATE"))
                        .map(Path::of)
                        .orElse(root.resolve(".sightline"))
                        .toAbsolutePath(),
                cacheHome.resolve("sightline").toAbsolutePath(),
                Path.of(required(environment, "JAVA_HOME"), "bin", "java"),
                Path.of(required(environment, "SIGHTLINE_PYTHON")));
    }

    private static String required(Map<String, String> environment, String name) {
        return Objects.requireNonNull(environment.get(name), () -> name + " is not set: start with ./sightline");
    }

    /** One log file per part. */
    Path log(String part) {
        return state.resolve("logs").resolve(part + ".log");
    }

    /** A copy of a part's program, which stays whole while the checkout is built again. */
    Path program(String part) {
        return state.resolve("programs").resolve(part);
    }

    /** These places with another state folder: a second system beside the first. */
    public Places withState(Path other) {
        return new Places(root, other, cache, java, python);
    }

    /** Model bundles, as the worker reads them. */
    public Path models() {
        return cache.resolve("models");
    }

    /** Files that the package clients fetched. */
    Path downloads() {
        return cache.resolve("downloads");
    }

    /** The default corpus, one folder per label. */
    public Path corpus() {
        return cache.resolve("corpus").resolve("tuxpaint");
    }

    /** Pictures of other kinds that detectors are measured on, as the lab reads them. */
    Path pictures(String kind) {
        return cache.resolve("corpus").resolve(kind);
    }
}
