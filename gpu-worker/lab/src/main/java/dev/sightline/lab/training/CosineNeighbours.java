package dev.sightline.lab.training;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Exact nearest neighbours by cosine; equally near ones in the order of the rows, a row of zeros is at 0 to all. */
final class CosineNeighbours {

    private final float[][] units;

    CosineNeighbours(float[][] rows) {
        units = IntStream.range(0, rows.length).mapToObj(i -> unit(rows[i])).toArray(float[][]::new);
    }

    /** The positions of the {@code limit} nearest rows, nearest first; fewer if there are fewer. */
    int[] nearest(float[] query, int limit) {
        double[] similarity = new double[units.length];
        for (int i = 0; i < similarity.length; i++) {
            similarity[i] = dot(units[i], query);
        }
        return IntStream.range(0, similarity.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -similarity[i]))
                .limit(limit)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static float[] unit(float[] row) {
        double norm = Math.sqrt(dot(row, row));
        float[] unit = new float[row.length];
        for (int d = 0; d < unit.length && norm > 0; d++) {
            unit[d] = (float) (row[d] / norm);
        }
        return unit;
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int d = 0; d < a.length; d++) {
            sum += (double) a[d] * b[d];
        }
        return sum;
    }
}
