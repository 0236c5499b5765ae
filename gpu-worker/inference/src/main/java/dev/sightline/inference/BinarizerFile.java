package dev.sightline.inference;

import dev.sightline.visual.Binarizer;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.ModelRef;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The content of {@code binarizer.json} beside an embedder's model: calibrated thresholds, little-endian floats in base64. {@code
 * sha256} is that of the floats' bytes; it may be absent, and must be right if it is there.
 */
record BinarizerFile(String id, String version, @Nullable String sha256, String thresholds) {

    private static final String FILE = "binarizer.json";

    /**
     * The calibrated binarizer of a bundle, or the one with thresholds zero if none is in the folder.
     *
     * @throws dev.sightline.visual.SightlineException with {@code INVALID_MODEL_BUNDLE} if it is broken or of another length
     */
    static Binarizer readOrZero(Path folder, int dimensions) {
        Path file = folder.resolve(FILE);
        if (Files.notExists(file)) {
            return Binarizer.zero(dimensions);
        }
        try {
            return BundleFile.MAPPER
                    .readValue(Files.readAllBytes(file), BinarizerFile.class)
                    .toBinarizer(dimensions);
        } catch (IOException | IllegalArgumentException | NullPointerException e) {
            throw ModelBundle.invalid("%s: %s".formatted(file, e.getMessage()), e);
        }
    }

    private Binarizer toBinarizer(int dimensions) {
        byte[] bytes = Base64.getDecoder().decode(thresholds);
        if (bytes.length != dimensions * Float.BYTES) {
            throw new IllegalArgumentException(
                    "expected %d bytes of thresholds, got %d".formatted(dimensions * Float.BYTES, bytes.length));
        }
        String actual = ImageSignature.of(bytes).hex();
        if (sha256 != null && !sha256.equals(actual)) {
            throw new IllegalArgumentException("expected thresholds with sha256 %s, got %s".formatted(sha256, actual));
        }
        float[] values = new float[dimensions];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        return new Binarizer(new ModelRef(id, version, actual), values);
    }
}
