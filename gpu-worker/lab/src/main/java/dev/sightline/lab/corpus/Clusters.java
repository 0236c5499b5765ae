package dev.sightline.lab.corpus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which images belong together: every image is in exactly one cluster, often alone.
 *
 * <p>Images and clusters are counted from 0; clusters in the order of their first images. Immutable, safe for all threads.
 */
public final class Clusters {

    private final int[] clusters;
    private final int count;

    private Clusters(int[] clusters, int count) {
        this.clusters = clusters;
        this.count = count;
    }

    /** Every image alone. */
    public static Clusters single(int images) {
        return new Clusters(IntStream.range(0, images).toArray(), images);
    }

    /** The clusters of a forest: {@code parents[i]} is another image of the same cluster, or {@code i} itself at its root. */
    static Clusters ofForest(int[] parents) {
        int[] numbers = new int[parents.length];
        Arrays.fill(numbers, -1);
        int[] clusters = new int[parents.length];
        int count = 0;
        for (int i = 0; i < parents.length; i++) {
            int root = i;
            while (parents[root] != root) {
                root = parents[root];
            }
            if (numbers[root] < 0) {
                numbers[root] = count++;
            }
            clusters[i] = numbers[root];
        }
        return new Clusters(clusters, count);
    }

    /** The cluster of an image. */
    public int of(int image) {
        return clusters[image];
    }

    /** The number of images. */
    public int images() {
        return clusters.length;
    }

    /** The number of clusters. */
    public int count() {
        return count;
    }

    /** The images of each cluster, ascending. */
    public List<List<Integer>> members() {
        List<List<Integer>> members = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            members.add(new ArrayList<>());
        }
        for (int image = 0; image < clusters.length; image++) {
            members.get(clusters[image]).add(image);
        }
        return members;
    }
}
