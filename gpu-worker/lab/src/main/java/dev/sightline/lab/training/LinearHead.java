package dev.sightline.lab.training;

import dev.sightline.lab.features.FeatureTable;
import dev.sightline.visual.ModelRef;
import java.util.Arrays;

/**
 * A layer on top of frozen features: {@code output[o] = bias[o] + sum over i of weight[o][i] x feature[i]}.
 *
 * <p>{@code weight}: one row per output, one column per raw feature; {@code bias}: one value per output. The arrays given in are not
 * copied: do not change them. Safe for all threads.
 *
 * @throws IllegalArgumentException if there is no output, or the lengths do not fit each other
 */
@SuppressWarnings("ArrayRecordComponent") // megabytes, read by this package's classes only
public record LinearHead(float[][] weight, float[] bias) {

    public LinearHead {
        if (weight.length == 0 || weight.length != bias.length) {
            throw new IllegalArgumentException("expected as many biases as weight rows, at least one, got %d and %d"
                    .formatted(bias.length, weight.length));
        }
        for (float[] row : weight) {
            if (row.length != weight[0].length) {
                throw new IllegalArgumentException(
                        "expected %d weights in each row, got %d".formatted(weight[0].length, row.length));
            }
        }
    }

    /** The number of features that it takes. */
    public int inputs() {
        return weight[0].length;
    }

    /** The number of values that it gives. */
    public int outputs() {
        return weight.length;
    }

    /**
     * The outputs for one image's raw features.
     *
     * @throws IllegalArgumentException if there is another number of features
     */
    public float[] apply(float[] features) {
        if (features.length != inputs()) {
            throw new IllegalArgumentException("expected %d features, got %d".formatted(inputs(), features.length));
        }
        float[] outputs = new float[outputs()];
        for (int o = 0; o < outputs.length; o++) {
            outputs[o] = (float) (dot(weight[o], features) + bias[o]);
        }
        return outputs;
    }

    /** The outputs for each image's raw features, in their order. */
    public float[][] apply(float[][] rows) {
        return Arrays.stream(rows).parallel().map(this::apply).toArray(float[][]::new);
    }

    /** The table that the layer makes of a table: same images, new rows, under the name of the layer and of its embedder. */
    public FeatureTable project(FeatureTable table, ModelRef embedder, String layer) {
        return new FeatureTable(embedder, layer, table.images(), apply(table.rows()));
    }

    /** The layer whose outputs are those of this one times the factor. */
    public LinearHead times(double factor) {
        float[][] scaled = new float[outputs()][];
        for (int o = 0; o < scaled.length; o++) {
            scaled[o] = times(weight[o], factor);
        }
        return new LinearHead(scaled, times(bias, factor));
    }

    /** The layer whose outputs are those of this one less the given values. */
    public LinearHead minus(float[] values) {
        float[] shifted = new float[outputs()];
        for (int o = 0; o < shifted.length; o++) {
            shifted[o] = bias[o] - values[o];
        }
        return new LinearHead(weight, shifted);
    }

    private static float[] times(float[] values, double factor) {
        float[] scaled = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            scaled[i] = (float) (values[i] * factor);
        }
        return scaled;
    }

    private static double dot(float[] a, float[] b) {
        double even = 0;
        double odd = 0;
        int i = 0;
        for (; i + 1 < a.length; i += 2) {
            even += a[i] * b[i];
            odd += a[i + 1] * b[i + 1];
        }
        return i < a.length ? even + odd + a[i] * b[i] : even + odd;
    }
}
