package dev.sightline.lab.training;

import java.util.Arrays;

/** What is left of features when one bit per dimension is kept, set above zero. */
final class ZeroThreshold {

    private ZeroThreshold() {}

    /** 1 for each set bit and -1 for each other one: the cosine of such rows orders as the Hamming distance of their bits does. */
    static float[][] signs(float[][] rows) {
        float[][] signs = new float[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            signs[i] = new float[rows[i].length];
            for (int d = 0; d < signs[i].length; d++) {
                signs[i][d] = rows[i][d] > 0 ? 1 : -1;
            }
        }
        return signs;
    }

    /** The median of each dimension; the mean of the two middle values if there is an even number of rows. */
    static float[] medians(float[][] rows) {
        float[] medians = new float[rows[0].length];
        for (int d = 0; d < medians.length; d++) {
            int dimension = d;
            double[] sorted = Arrays.stream(rows)
                    .mapToDouble(row -> row[dimension])
                    .sorted()
                    .toArray();
            medians[d] = (float) ((sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2);
        }
        return medians;
    }
}
