package dev.sightline.visual;

import java.util.Arrays;

/**
 * What an embedder sees in an image or a crop, as a vector of unit length.
 *
 * <p>Length: {@code dimensions()}, float. Order as the model gives it. Norm: 1 (within rounding); components in -1..1. Compared by
 * cosine similarity, -1..1, larger is nearer. Immutable, safe for all threads; arrays are copied in and out.
 *
 * <p>Paper: raw features. Differs: L2-normalised, so that the dot product is the cosine.
 */
public final class DenseEmbedding {

    private static final double NORM_TOLERANCE = 1e-3;

    private final float[] values;

    private DenseEmbedding(float[] values) {
        this.values = values;
    }

    /**
     * A model's raw output, scaled to unit length.
     *
     * @throws IllegalArgumentException if the array is empty, or its norm is zero or not finite
     */
    public static DenseEmbedding normalized(float[] raw) {
        double norm = norm(raw);
        if (!(norm > 0) || Double.isInfinite(norm)) {
            throw new IllegalArgumentException(
                    "expected a finite norm above 0, got %s over %d dimensions".formatted(norm, raw.length));
        }
        float[] unit = new float[raw.length];
        for (int i = 0; i < raw.length; i++) {
            unit[i] = (float) (raw[i] / norm);
        }
        return new DenseEmbedding(unit);
    }

    /**
     * A vector that is of unit length already, kept bit for bit: for reading what was stored.
     *
     * @throws IllegalArgumentException if the norm differs from 1 by more than 0.001
     */
    public static DenseEmbedding ofUnit(float[] unit) {
        double norm = norm(unit);
        if (!(Math.abs(norm - 1) <= NORM_TOLERANCE)) {
            throw new IllegalArgumentException(
                    "expected a norm of 1, got %s over %d dimensions".formatted(norm, unit.length));
        }
        return new DenseEmbedding(unit.clone());
    }

    private static double norm(float[] vector) {
        double squares = 0;
        for (float value : vector) {
            squares += (double) value * value;
        }
        return Math.sqrt(squares);
    }

    /** The number of components. */
    public int dimensions() {
        return values.length;
    }

    /** A copy of the components. */
    public float[] toArray() {
        return values.clone();
    }

    /**
     * Cosine similarity, -1..1.
     *
     * @throws IllegalArgumentException if the dimensions differ
     */
    public double cosine(DenseEmbedding other) {
        if (dimensions() != other.dimensions()) {
            throw new IllegalArgumentException(
                    "expected %d dimensions, got %d".formatted(dimensions(), other.dimensions()));
        }
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += (double) values[i] * other.values[i];
        }
        return Math.clamp(sum, -1.0, 1.0);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DenseEmbedding that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "DenseEmbedding[%d dimensions]".formatted(values.length);
    }
}
