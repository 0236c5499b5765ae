package dev.sightline.lab.training;

import java.util.Arrays;

/**
 * The baseline without any training: an image has the label that most of its {@code k} nearest labelled images have, by cosine of
 * the frozen features; among labels with equally many, that of the nearest image wins.
 */
final class NearestNeighbourLabels {

    private final LabelledRows known;
    private final CosineNeighbours neighbours;
    private final int k;

    NearestNeighbourLabels(LabelledRows known, int k) {
        this.known = known;
        this.neighbours = new CosineNeighbours(known.rows());
        this.k = k;
    }

    /** The label of each row, by number. */
    int[] of(float[][] rows) {
        return Arrays.stream(rows).parallel().mapToInt(this::of).toArray();
    }

    private int of(float[] row) {
        int[] nearest = neighbours.nearest(row, k);
        int[] votes = new int[known.names().size()];
        for (int position : nearest) {
            votes[known.labels()[position]]++;
        }
        int winner = known.labels()[nearest[0]];
        for (int position : nearest) {
            int label = known.labels()[position];
            winner = votes[label] > votes[winner] ? label : winner;
        }
        return winner;
    }
}
