package dev.sightline.local.system;

import dev.sightline.local.terminal.LauncherException;
import dev.sightline.visual.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the stacks' templates are made of, beside the functions' zips: the CDK app as it is built, and the files that describe the local deployment. */
final class StackSources {

    private static final List<String> FILES = List.of("cdk.json", "infra/cdk/deployments/local.json");
    private static final String CLASSES = "infra/cdk/target/classes";
    private static final String LIBRARIES = "infra/cdk/target/lib";
    private static final String OWN_LIBRARIES = "sightline-";

    private final Path root;

    StackSources(Path root) {
        this.root = root;
    }

    /** One SHA-256 for all of it, 64 hex digits: the same for two builds of the same sources. */
    String hash() {
        try (Stream<Path> classes = Files.walk(root.resolve(CLASSES));
                Stream<Path> libraries = Files.list(root.resolve(LIBRARIES))) {
            String hashes = Stream.of(
                            FILES.stream().map(root::resolve),
                            classes.filter(Files::isRegularFile),
                            libraries.filter(StackSources::isOwn))
                    .flatMap(files -> files)
                    .sorted()
                    .map(file -> root.relativize(file) + " " + FileHash.sha256(file))
                    .collect(Collectors.joining("\n"));
            return Sha256.hex(hashes.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new LauncherException("cannot read the CDK app; build it with mvn package", e);
        }
    }

    private static boolean isOwn(Path library) {
        return String.valueOf(library.getFileName()).startsWith(OWN_LIBRARIES);
    }
}
