package dev.sightline.lab.training;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The baseline without any training: an image has the label that most of its {@code k} nearest labelled images have, by cosine of
 * the frozen features; among labels with equally many, that of the nearest image wins.
 */
final class NearestNeighbourLabels {

    private final LabelledRows known;
    private final int k;

    NearestNeighbourLabels(LabelledRows known, int k) {
        this.known = new LabelledRows(unit(known.rows()), known.labels(), known.names());
        this.k = k;
    }

    /** The label of each row, by number. */
    int[] of(float[][] rows) {
        return IntStream.range(0, rows.length).parallel().map(i -> of(rows[i])).toArray();
    }

    private int of(float[] row) {
        double[] similarity = new double[known.size()];
        for (int i = 0; i < similarity.length; i++) {
            similarity[i] = dot(known.rows()[i], row);
        }
        int[] nearest = IntStream.range(0, similarity.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -similarity[i])
                        .thenComparing(i -> i))
                .limit(k)
                .mapToInt(i -> known.labels()[i])
                .toArray();
        return mostFrequent(nearest);
    }

    private int mostFrequent(int[] nearest) {
        int[] votes = new int[known.names().size()];
        for (int label : nearest) {
            votes[label]++;
        }
        int winner = nearest[0];
        for (int label : nearest) {
            winner = votes[label] > votes[winner] ? label : winner;
        }
        return winner;
    }

    private static float[][] unit(float[][] rows) {
        float[][] units = new float[rows.length][];
        for (int i = 0; i < units.length; i++) {
            double norm = Math.sqrt(dot(rows[i], rows[i]));
            units[i] = new float[rows[i].length];
            for (int d = 0; d < units[i].length && norm > 0; d++) {
                units[i][d] = (float) (rows[i][d] / norm);
            }
        }
        return units;
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int d = 0; d < a.length; d++) {
            sum += (double) a[d] * b[d];
        }
        return sum;
    }
}
