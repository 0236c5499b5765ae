package dev.sightline.infra;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import software.amazon.awscdk.App;

/** All stacks, of functions whose code does not matter. */
final class SynthesizedStacks {

    static final String DOMAIN = "arn:aws:es:eu-west-1:123456789012:domain/sightline";

    static final PageSettings PAGE =
            new PageSettings(null, List.of("http://127.0.0.1:8091", "http://localhost:8091"), null, null, null);

    /** Pages of other origins that may ask. */
    static final AccessSettings ACCESS =
            new AccessSettings(7, 9, List.of("https://page.example", "https://other.example:8443"), List.of());

    private SynthesizedStacks() {}

    /** @param root an empty folder */
    static SightlineApp.Stacks below(Path root) throws IOException {
        return below(root, ACCESS);
    }

    /** @param root an empty folder */
    static SightlineApp.Stacks below(Path root, AccessSettings access) throws IOException {
        return below(root, access, PAGE);
    }

    /** @param root an empty folder */
    static SightlineApp.Stacks below(Path root, AccessSettings access, PageSettings page) throws IOException {
        for (String function : List.of("ingest", "indexer", "blender", "engagement")) {
            Path zip = root.resolve("functions").resolve(function).resolve("target/function.zip");
            Files.createDirectories(Objects.requireNonNull(zip.getParent()));
            Files.writeString(zip, function);
        }
        return SightlineApp.addStacks(
                new App(),
                new DeploymentSettings(
                        root,
                        "https://search.example",
                        DOMAIN,
                        "iam",
                        "hnsw",
                        "http://worker.example",
                        1000,
                        400,
                        access,
                        page));
    }
}
