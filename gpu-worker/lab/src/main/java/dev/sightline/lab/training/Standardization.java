package dev.sightline.lab.training;

/**
 * Shifts and scales each feature to mean 0 and deviation 1 over the images that it was made from, so that one learning rate suits all;
 * a finished layer absorbs it, so that serving never sees it.
 *
 * <p>A feature's deviation counts as at least {@value #FLOOR} of the mean deviation of all features (ours): a feature that is nearly
 * constant here would otherwise shout on the first image where it is not.
 */
@SuppressWarnings("ArrayRecordComponent") // read by this package's classes only
record Standardization(float[] mean, float[] deviation) {

    private static final double FLOOR = 0.1;

    /**
     * Of these rows.
     *
     * @throws IllegalArgumentException if there is no row
     */
    static Standardization of(float[][] rows) {
        if (rows.length == 0) {
            throw new IllegalArgumentException("expected at least one row to standardize, got none");
        }
        float[] mean = new float[rows[0].length];
        float[] deviation = new float[mean.length];
        for (int d = 0; d < mean.length; d++) {
            double average = mean(rows, d);
            mean[d] = (float) average;
            deviation[d] = (float) deviation(rows, d, average);
        }
        return new Standardization(mean, floored(deviation));
    }

    /** The rows, standardized; new arrays. */
    float[][] apply(float[][] rows) {
        float[][] standardized = new float[rows.length][mean.length];
        for (int i = 0; i < rows.length; i++) {
            for (int d = 0; d < mean.length; d++) {
                standardized[i][d] = (rows[i][d] - mean[d]) / deviation[d];
            }
        }
        return standardized;
    }

    /** The layer that gives on raw features what the given one gives on standardized ones. */
    LinearHead foldInto(LinearHead head) {
        float[][] weight = new float[head.outputs()][mean.length];
        float[] bias = new float[head.outputs()];
        for (int o = 0; o < bias.length; o++) {
            double shift = 0;
            for (int d = 0; d < mean.length; d++) {
                weight[o][d] = head.weight()[o][d] / deviation[d];
                shift += (double) weight[o][d] * mean[d];
            }
            bias[o] = (float) (head.bias()[o] - shift);
        }
        return new LinearHead(weight, bias);
    }

    private static double mean(float[][] rows, int d) {
        double sum = 0;
        for (float[] row : rows) {
            sum += row[d];
        }
        return sum / rows.length;
    }

    private static double deviation(float[][] rows, int d, double mean) {
        double sum = 0;
        for (float[] row : rows) {
            sum += (row[d] - mean) * (row[d] - mean);
        }
        return Math.sqrt(sum / rows.length);
    }

    private static float[] floored(float[] deviation) {
        double sum = 0;
        for (float value : deviation) {
            sum += value;
        }
        float floor = sum == 0 ? 1 : (float) (FLOOR * sum / deviation.length);
        float[] floored = new float[deviation.length];
        for (int d = 0; d < floored.length; d++) {
            floored[d] = Math.max(floor, deviation[d]);
        }
        return floored;
    }
}
