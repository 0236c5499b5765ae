package dev.sightline.visual;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The models that made a vector: detector, embedder, binarizer and label set, with the size of the vectors.
 *
 * <p>Named in every feature record, document and index name; vectors of two model sets are never compared. Dense embeddings have
 * {@code dimensions} floats, binary ones {@code bits} bits. {@code labels} is null in what was written before label sets had a name,
 * and such a set keeps the id that it had. Ours.
 *
 * @throws IllegalArgumentException if a size is not positive
 */
public record ModelSet(
        ModelRef detector,
        ModelRef embedder,
        ModelRef binarizer,
        @Nullable ModelRef labels,
        int dimensions,
        int bits) {

    private static final int DIGEST_DIGITS = 12;

    public ModelSet {
        if (dimensions < 1 || bits < 8 || bits % 8 != 0) {
            throw new IllegalArgumentException(
                    "expected dimensions >= 1 and a positive multiple of 8 bits, got %d and %d"
                            .formatted(dimensions, bits));
        }
    }

    /**
     * A short name that is safe in S3 keys and index names: the embedder's id and 12 hex digits over all parts, for example {@code
     * efficientnet-lite0-3f2a90c1d4e5}.
     */
    public ModelSetId id() {
        String models = "%s|%s|%s".formatted(detector, embedder, binarizer);
        String named = labels == null ? models : models + "|" + labels;
        String parts = "%s|%d|%d".formatted(named, dimensions, bits);
        String digest =
                ImageSignature.of(parts.getBytes(StandardCharsets.UTF_8)).hex().substring(0, DIGEST_DIGITS);
        return new ModelSetId(embedder.id() + "-" + digest);
    }
}
