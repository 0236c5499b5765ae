package dev.sightline.lab.training;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.ModelRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A trained layer on disk, as it is joined to a bundle: {@value #WEIGHTS} holds {@code weight} [outputs, inputs] and {@code bias}
 * [outputs], float32; {@value #DESCRIPTION} says what they are. The version is the start of the weights' SHA-256, so that another
 * training never passes for this one.
 */
public final class HeadFolder {

    static final String WEIGHTS = "head.npz";
    static final String DESCRIPTION = "head.json";

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final int VERSION_DIGITS = 12;

    private final Path folder;

    public HeadFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Writes a layer that gives labels.
     *
     * @param layer the embedder's layer whose features it takes
     * @param source what it was trained on, for people
     * @throws UncheckedIOException if the folder cannot be written
     */
    public ModelRef writeLabels(TrainedLabels trained, String id, String layer, String source) {
        ObjectNode description = description("labels", id, layer, source);
        trained.labels().forEach(description.putArray("labels")::add);
        return write(trained.calibrated(), description);
    }

    /**
     * Writes a layer that gives an embedding.
     *
     * @param layer the embedder's layer whose features it takes
     * @param source what it was trained on, for people
     * @throws UncheckedIOException if the folder cannot be written
     */
    public ModelRef writeProjection(LinearHead head, String id, String layer, String source) {
        return write(head, description("projection", id, layer, source));
    }

    private static ObjectNode description(String kind, String id, String layer, String source) {
        return MAPPER.createObjectNode()
                .put("kind", kind)
                .put("id", id)
                .put("layer", layer)
                .put("source", source);
    }

    private ModelRef write(LinearHead head, ObjectNode description) {
        try {
            Files.createDirectories(folder);
            Path weights = folder.resolve(WEIGHTS);
            NpzFile.write(head, weights);
            String sha256 = ImageSignature.of(Files.readAllBytes(weights)).hex();
            ModelRef ref = new ModelRef(description.get("id").asText(), sha256.substring(0, VERSION_DIGITS), sha256);
            description.put("version", ref.version());
            MAPPER.writerWithDefaultPrettyPrinter()
                    .writeValue(folder.resolve(DESCRIPTION).toFile(), description);
            return ref;
        } catch (IOException e) {
            throw new UncheckedIOException("expected a writable folder, got " + folder, e);
        }
    }
}
