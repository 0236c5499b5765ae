package dev.sightline.bench.search;

import java.util.Arrays;

/** The best few of many, larger is better, of equal ones the earlier; kept sorted, since few change. Not thread-safe. */
final class Nearest {

    private final int[] places;
    private final double[] scores;
    private int size;

    Nearest(int k) {
        places = new int[k];
        scores = new double[k];
    }

    void offer(int place, double score) {
        if (size == places.length && score <= scores[size - 1]) {
            return;
        }
        int at = size < places.length ? size++ : size - 1;
        while (at > 0 && scores[at - 1] < score) {
            scores[at] = scores[at - 1];
            places[at] = places[at - 1];
            at--;
        }
        scores[at] = score;
        places[at] = place;
    }

    int[] places() {
        return Arrays.copyOf(places, size);
    }
}
