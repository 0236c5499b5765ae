package dev.sightline.lab.features;

import dev.sightline.inference.LabelSet;
import dev.sightline.inference.ModelBundle;
import dev.sightline.inference.ModelOutputs.EmbeddingOutputs;
import dev.sightline.inference.ModelOutputs.LayerOutput;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.ModelRef;
import dev.sightline.visual.SightlineException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An embedder as it lies in a folder, not loaded: {@code key} names it with all that decides its features, also what it does to
 * pixels before the model, so it is the same for the same features only.
 */
public record EmbedderBundle(Path folder, ModelRef ref, EmbeddingOutputs outputs, LabelSet labels, String key) {

    private static final String DESCRIPTION = "bundle.json";
    private static final int KEY_DIGITS = 16;

    /**
     * Reads and verifies a bundle.
     *
     * @throws dev.sightline.visual.SightlineException with {@code INVALID_MODEL_BUNDLE} if it is broken, or no embedder
     */
    public static EmbedderBundle read(Path folder) {
        ModelBundle bundle = ModelBundle.read(folder);
        return of(folder, bundle)
                .orElseThrow(() -> new SightlineException(
                        ErrorCode.INVALID_MODEL_BUNDLE,
                        "expected an embedder, got %s".formatted(bundle.ref().id())));
    }

    /** All embedders below a folder, in order of their names. */
    public static List<EmbedderBundle> allIn(Path models) {
        try (Stream<Path> folders = Files.list(models)) {
            return folders.filter(folder -> Files.exists(folder.resolve(DESCRIPTION)))
                    .sorted()
                    .flatMap(folder -> of(folder, ModelBundle.read(folder)).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("expected a readable folder, got " + models, e);
        }
    }

    private static Optional<EmbedderBundle> of(Path folder, ModelBundle bundle) {
        return bundle.outputs() instanceof EmbeddingOutputs outputs
                ? Optional.of(
                        new EmbedderBundle(folder, bundle.ref(), outputs, bundle.labelSet(), key(folder, bundle.ref())))
                : Optional.empty();
    }

    /** The names of the layers, that of the embedding first. */
    public List<String> layers() {
        return Stream.concat(
                        Stream.of(outputs.embedding()),
                        outputs.layers().stream().map(LayerOutput::layer))
                .distinct()
                .toList();
    }

    private static String key(Path folder, ModelRef ref) {
        try {
            String description = ImageSignature.of(Files.readAllBytes(folder.resolve(DESCRIPTION)))
                    .hex();
            return "%s-%s-%s".formatted(ref.id(), ref.version(), description.substring(0, KEY_DIGITS));
        } catch (IOException e) {
            throw new UncheckedIOException("expected a readable bundle.json in " + folder, e);
        }
    }
}
