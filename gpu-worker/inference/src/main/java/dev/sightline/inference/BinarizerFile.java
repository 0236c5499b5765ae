package dev.sightline.inference;

import dev.sightline.visual.Binarizer;
import dev.sightline.visual.BinarizerMethod;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.ModelRef;
import dev.sightline.visual.Rotation;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The content of {@value #FILE} beside an embedder's model: a calibrated binarizer.
 *
 * <p>{@code method}: as {@link BinarizerMethod#slug()}. {@code layer}: the output of the embedder that it was fitted to. {@code
 * dimensions}: features taken; {@code bits}: bits made. {@code seed}: of the {@link Rotation}, and absent without one. {@code
 * thresholds}: {@code bits} little-endian floats in base64. {@code sha256}: of the thresholds' bytes, after the eight bytes of the
 * seed, little-endian, if there is one; it may be absent, and must be right if it is there.
 */
public record BinarizerFile(
        String id,
        String version,
        @Nullable String sha256,
        String method,
        String layer,
        int dimensions,
        int bits,
        @Nullable Long seed,
        String thresholds) {

    /** The name of the file in a bundle's folder. */
    public static final String FILE = "binarizer.json";

    private static final String VERSION = "1";

    /** The description of a binarizer that was fitted to a layer, named after its method and length: {@code rotation-4096}. */
    public static BinarizerFile of(BinarizerMethod method, String layer, Binarizer fitted) {
        byte[] bytes = littleEndian(fitted.thresholds());
        Long seed = fitted.rotation().map(Rotation::seed).orElse(null);
        return new BinarizerFile(
                "%s-%d".formatted(method.slug(), fitted.bits()),
                VERSION,
                hash(seed, bytes),
                method.slug(),
                layer,
                fitted.dimensions(),
                fitted.bits(),
                seed,
                Base64.getEncoder().encodeToString(bytes));
    }

    /**
     * Reads a file.
     *
     * @throws dev.sightline.visual.SightlineException with {@code INVALID_MODEL_BUNDLE} if it is missing or broken
     */
    public static BinarizerFile read(Path file) {
        try {
            BinarizerFile read = BundleFile.MAPPER.readValue(Files.readAllBytes(file), BinarizerFile.class);
            read.toBinarizer();
            return read;
        } catch (IOException | IllegalArgumentException | NullPointerException e) {
            throw ModelBundle.invalid("%s: %s".formatted(file, e.getMessage()), e);
        }
    }

    /**
     * The calibrated binarizer of an embedder's bundle, or the one with thresholds zero if none is in the folder.
     *
     * @throws dev.sightline.visual.SightlineException with {@code INVALID_MODEL_BUNDLE} if it is broken, of another layer or of other
     *     dimensions: thresholds of another layer would make bits without meaning, also where the sizes agree
     */
    public static Binarizer readOrZero(Path folder, String layer, int dimensions) {
        Path file = folder.resolve(FILE);
        if (Files.notExists(file)) {
            return Binarizer.zero(dimensions);
        }
        BinarizerFile read = read(file);
        if (!read.layer.equals(layer)) {
            throw ModelBundle.invalid(
                    ("expected %s for layer %s, got one for layer %s: fit one to that layer, or remove the file to have"
                                    + " thresholds of zero")
                            .formatted(file, layer, read.layer));
        }
        if (read.dimensions != dimensions) {
            throw ModelBundle.invalid("%s: expected a binarizer of %d dimensions, got one of %d for layer %s"
                    .formatted(file, dimensions, read.dimensions, read.layer));
        }
        return read.toBinarizer();
    }

    /** Writes the file, in place of an older one. */
    public void write(Path file) throws IOException {
        Files.write(file, BundleFile.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
    }

    /**
     * The binarizer.
     *
     * @throws IllegalArgumentException if the parts do not fit each other; the message names both values
     */
    public Binarizer toBinarizer() {
        byte[] bytes = Base64.getDecoder().decode(Objects.requireNonNull(thresholds, "thresholds are missing"));
        requireLength("bytes of thresholds", bits * Float.BYTES, bytes.length);
        String actual = hash(seed, bytes);
        if (sha256 != null && !sha256.equals(actual)) {
            throw new IllegalArgumentException("expected thresholds with sha256 %s, got %s".formatted(sha256, actual));
        }
        ModelRef ref = new ModelRef(id, version, actual);
        float[] values = new float[bits];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        Optional<Rotation> rotation = rotation();
        if (rotation.isPresent()) {
            return new Binarizer(ref, rotation.get(), values);
        }
        requireLength("bits without a rotation", dimensions, bits);
        return new Binarizer(ref, values);
    }

    private Optional<Rotation> rotation() {
        boolean rotates = BinarizerMethod.of(method) == BinarizerMethod.ROTATION;
        if (rotates != (seed != null)) {
            throw new IllegalArgumentException(
                    "expected a seed with method rotation only, got seed %s with method %s".formatted(seed, method));
        }
        return Optional.ofNullable(seed).map(given -> new Rotation(dimensions, bits, given));
    }

    private static void requireLength(String what, int expected, int actual) {
        if (actual != expected) {
            throw new IllegalArgumentException("expected %d %s, got %d".formatted(expected, what, actual));
        }
    }

    private static byte[] littleEndian(float[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return bytes.array();
    }

    private static String hash(@Nullable Long seed, byte[] thresholds) {
        ByteBuffer all = ByteBuffer.allocate(Long.BYTES + thresholds.length).order(ByteOrder.LITTLE_ENDIAN);
        if (seed != null) {
            all.putLong(seed);
        }
        all.put(thresholds).flip();
        byte[] bytes = new byte[all.remaining()];
        all.get(bytes);
        return ImageSignature.of(bytes).hex();
    }
}
