package dev.sightline.lab.training;

import java.util.Random;

/** Random directions at right angles: the projection that loses least on average when nothing is known of the labels. */
final class OrthonormalDirections {

    private OrthonormalDirections() {}

    /**
     * Orthonormal rows, by Gram-Schmidt on Gaussian ones; same seed, same rows.
     *
     * @throws IllegalArgumentException if there are more rows than columns
     */
    static float[][] of(int rows, int columns, long seed) {
        if (rows > columns) {
            throw new IllegalArgumentException("expected at most %d dimensions, got %d".formatted(columns, rows));
        }
        Random random = new Random(seed);
        double[][] directions = new double[rows][columns];
        float[][] rounded = new float[rows][columns];
        for (int i = 0; i < rows; i++) {
            for (int d = 0; d < columns; d++) {
                directions[i][d] = random.nextGaussian();
            }
            for (int earlier = 0; earlier < i; earlier++) {
                add(directions[i], directions[earlier], -dot(directions[i], directions[earlier]));
            }
            double norm = Math.sqrt(dot(directions[i], directions[i]));
            for (int d = 0; d < columns; d++) {
                directions[i][d] /= norm;
                rounded[i][d] = (float) directions[i][d];
            }
        }
        return rounded;
    }

    private static void add(double[] target, double[] other, double factor) {
        for (int d = 0; d < target.length; d++) {
            target[d] += factor * other[d];
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int d = 0; d < a.length; d++) {
            sum += a[d] * b[d];
        }
        return sum;
    }
}
