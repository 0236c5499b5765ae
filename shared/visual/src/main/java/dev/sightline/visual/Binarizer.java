package dev.sightline.visual;

import java.util.BitSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns raw features into bits: bit i is set if feature i, or output i of a {@link Rotation}, is above threshold i.
 *
 * <p>Takes {@code dimensions()} floats, the model's output before L2 normalisation; gives {@code bits()} bits, a positive multiple of
 * 8. Without a rotation there are as many bits as dimensions. Immutable, safe for all threads; arrays are copied in and out.
 *
 * <p>Paper: a threshold at zero. Differs: thresholds are a calibrated artefact ({@link BinarizerMethod}), since pooled features are
 * mostly positive; the rotation makes codes of any length.
 */
public final class Binarizer {

    private final ModelRef ref;
    private final @Nullable Rotation rotation;
    private final float[] thresholds;

    /**
     * A binarizer of as many bits as features.
     *
     * @throws IllegalArgumentException if the number of thresholds is not a positive multiple of 8, or one is not finite
     */
    public Binarizer(ModelRef ref, float[] thresholds) {
        this(ref, thresholds, null);
    }

    /**
     * A binarizer of what a rotation gives.
     *
     * @throws IllegalArgumentException as above, or if the number of thresholds is not that of the rotation's outputs
     */
    public Binarizer(ModelRef ref, Rotation rotation, float[] thresholds) {
        this(ref, thresholds, rotation);
        if (rotation.outputs() != thresholds.length) {
            throw new IllegalArgumentException(
                    "expected %d thresholds, got %d".formatted(rotation.outputs(), thresholds.length));
        }
    }

    private Binarizer(ModelRef ref, float[] thresholds, @Nullable Rotation rotation) {
        if (thresholds.length == 0 || thresholds.length % 8 != 0) {
            throw new IllegalArgumentException(
                    "expected a positive multiple of 8 thresholds, got " + thresholds.length);
        }
        requireFinite("threshold", thresholds);
        this.ref = ref;
        this.rotation = rotation;
        this.thresholds = thresholds.clone();
    }

    /** The binarizer with all thresholds zero: right for signed features. */
    public static Binarizer zero(int dimensions) {
        return new Binarizer(ModelRef.builtIn("zero", "1", "threshold 0 over " + dimensions), new float[dimensions]);
    }

    /** Which artefact this is. */
    public ModelRef ref() {
        return ref;
    }

    /** The number of features that it takes. */
    public int dimensions() {
        return rotation == null ? thresholds.length : rotation.dimensions();
    }

    /** The number of bits that it makes. */
    public int bits() {
        return thresholds.length;
    }

    /** What turns the features before they are compared, if anything does. */
    public Optional<Rotation> rotation() {
        return Optional.ofNullable(rotation);
    }

    /** A copy of the thresholds, {@code bits()} of them. */
    public float[] thresholds() {
        return thresholds.clone();
    }

    /**
     * The bits of one raw feature vector.
     *
     * @throws IllegalArgumentException if the number of features differs from {@link #dimensions()}, or one is not finite
     */
    public BinaryEmbedding binarize(float[] raw) {
        if (raw.length != dimensions()) {
            throw new IllegalArgumentException("expected %d features, got %d".formatted(dimensions(), raw.length));
        }
        requireFinite("feature", raw);
        float[] values = rotation == null ? raw : rotation.rotate(raw);
        BitSet set = new BitSet(values.length);
        for (int i = 0; i < values.length; i++) {
            set.set(i, values[i] > thresholds[i]);
        }
        return BinaryEmbedding.ofBits(set, values.length);
    }

    private static void requireFinite(String what, float[] values) {
        for (int i = 0; i < values.length; i++) {
            if (!Float.isFinite(values[i])) {
                throw new IllegalArgumentException("expected finite %ss, got %s at %d".formatted(what, values[i], i));
            }
        }
    }
}
