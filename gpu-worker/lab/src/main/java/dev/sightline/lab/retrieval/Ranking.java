package dev.sightline.lab.retrieval;

import dev.sightline.lab.metrics.PrecisionAtK;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The {@value #DEPTH} nearest images of each query under one representation, nearest first; equal distances in order of position.
 * Fewer if there are fewer outside the query's cluster.
 */
record Ranking(RetrievalTask task, Representation representation, List<List<Integer>> results) {

    static final int DEPTH = 10;

    Ranking {
        results = List.copyOf(results);
    }

    /** Searches for all queries; all processors share the work. */
    static Ranking of(RetrievalTask task, Representation representation) {
        return new Ranking(
                task,
                representation,
                task.queries().parallelStream()
                        .map(query -> nearest(task, representation.distances(), query))
                        .toList());
    }

    /** Precision at k of each query. */
    double[] precision(int k) {
        var precision = new PrecisionAtK(k);
        return IntStream.range(0, results.size())
                .mapToDouble(i -> precision.of(label(task.queries().get(i)), labels(results.get(i))))
                .toArray();
    }

    private List<String> labels(List<Integer> images) {
        return images.stream().map(this::label).toList();
    }

    private String label(int image) {
        return task.images().get(image).label();
    }

    private static List<Integer> nearest(RetrievalTask task, Distances distances, int query) {
        float[] all = new float[distances.size()];
        distances.from(query, all);
        int own = task.clusters().get(query);
        int[] nearest = new int[DEPTH];
        int found = 0;
        for (int image = 0; image < all.length; image++) {
            boolean near = found < DEPTH || all[image] < all[nearest[DEPTH - 1]];
            if (near && task.clusters().get(image) != own) {
                found = Math.min(found + 1, DEPTH);
                insert(nearest, found, image, all);
            }
        }
        return Arrays.stream(nearest, 0, found).boxed().toList();
    }

    /** Puts an image behind those that are as near or nearer, dropping the last. */
    private static void insert(int[] nearest, int found, int image, float[] distances) {
        int place = found - 1;
        while (place > 0 && distances[nearest[place - 1]] > distances[image]) {
            nearest[place] = nearest[place - 1];
            place--;
        }
        nearest[place] = image;
    }
}
