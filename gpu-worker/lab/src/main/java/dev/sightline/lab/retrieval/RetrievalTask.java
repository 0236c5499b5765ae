package dev.sightline.lab.retrieval;

import dev.sightline.lab.corpus.LabelledImage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Images to search, and which of them are queries; {@code clusters} says of each image which are its near-duplicates.
 *
 * <p>A query searches all images but its own cluster; an image is relevant if it has the query's label. {@code queries} are positions,
 * ascending; {@code unanswerable} counts the images that are no queries because no other cluster has their label.
 *
 * @throws IllegalArgumentException if the numbers of images and clusters differ, or there is no query
 */
public record RetrievalTask(
        List<LabelledImage> images, List<Integer> clusters, List<Integer> queries, int unanswerable) {

    public RetrievalTask {
        images = List.copyOf(images);
        clusters = List.copyOf(clusters);
        queries = List.copyOf(queries);
        if (images.size() != clusters.size() || queries.isEmpty()) {
            throw new IllegalArgumentException(
                    "expected a cluster for each of %d images and at least one query, got %d clusters and %d queries"
                            .formatted(images.size(), clusters.size(), queries.size()));
        }
    }

    /** A task with at most {@code maxQueries} queries, drawn with the seed from all images that have something to find. */
    public static RetrievalTask of(List<LabelledImage> images, List<Integer> clusters, int maxQueries, long seed) {
        Map<String, Set<Integer>> clustersOfLabel = new HashMap<>();
        for (int i = 0; i < images.size(); i++) {
            clustersOfLabel
                    .computeIfAbsent(images.get(i).label(), label -> new HashSet<>())
                    .add(clusters.get(i));
        }
        List<Integer> queries = new ArrayList<>();
        for (int i = 0; i < images.size(); i++) {
            if (clustersOfLabel.getOrDefault(images.get(i).label(), Set.of()).size() > 1) {
                queries.add(i);
            }
        }
        int unanswerable = images.size() - queries.size();
        Collections.shuffle(queries, new Random(seed));
        List<Integer> drawn = queries.stream().limit(maxQueries).sorted().toList();
        return new RetrievalTask(images, clusters, drawn, unanswerable);
    }

    /** The label of each query. */
    List<String> queryLabels() {
        return queries.stream().map(query -> images.get(query).label()).toList();
    }

    /** The mean Precision@k of an answer that lists all relevant images first. */
    double largestPrecision(int k) {
        return queries.stream()
                .mapToDouble(query -> Math.min(k, relevantTo(query)) / (double) k)
                .average()
                .orElseThrow();
    }

    private long relevantTo(int query) {
        return IntStream.range(0, images.size())
                .filter(image -> !clusters.get(image).equals(clusters.get(query)) && relevant(query, image))
                .count();
    }

    boolean relevant(int query, int result) {
        return images.get(query).label().equals(images.get(result).label());
    }
}
