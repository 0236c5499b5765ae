package dev.sightline.visual;

import java.util.BitSet;

/**
 * Turns raw features into bits: bit d is set if {@code raw[d] > threshold[d]}.
 *
 * <p>Length: {@code thresholds.length}, float, a positive multiple of 8. Applied to the model's output before L2 normalisation.
 * Immutable, safe for all threads; the array given in is copied.
 *
 * <p>Paper: a threshold at zero. Differs: the thresholds are a calibrated artefact (zero, mean or median), since pooled features
 * are mostly positive.
 */
public final class Binarizer {

    private final ModelRef ref;
    private final float[] thresholds;

    /** @throws IllegalArgumentException if the number of thresholds is not a positive multiple of 8 */
    public Binarizer(ModelRef ref, float[] thresholds) {
        if (thresholds.length == 0 || thresholds.length % 8 != 0) {
            throw new IllegalArgumentException(
                    "expected a positive multiple of 8 thresholds, got " + thresholds.length);
        }
        this.ref = ref;
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

    /** The number of bits that it makes, and of features that it takes. */
    public int bits() {
        return thresholds.length;
    }

    /**
     * The bits of one raw feature vector.
     *
     * @throws IllegalArgumentException if the number of features differs from {@link #bits()}
     */
    public BinaryEmbedding binarize(float[] raw) {
        if (raw.length != thresholds.length) {
            throw new IllegalArgumentException("expected %d features, got %d".formatted(thresholds.length, raw.length));
        }
        BitSet set = new BitSet(raw.length);
        for (int i = 0; i < raw.length; i++) {
            set.set(i, raw[i] > thresholds[i]);
        }
        return BinaryEmbedding.ofBits(set, raw.length);
    }
}
