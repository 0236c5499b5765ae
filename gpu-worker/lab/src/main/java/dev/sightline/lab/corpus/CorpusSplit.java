package dev.sightline.lab.corpus;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Images divided by purpose, so that no number is measured on what it was fitted to: positions, ascending, of which each is in one
 * part.
 *
 * <p>{@code smallLabels}: those that have fewer clusters than there are parts, so that they are missing in at least one.
 */
public record CorpusSplit(Map<Part, List<Integer>> parts, List<String> smallLabels) {

    /** What a part is for, and its share of each label, 0..1. */
    public enum Part {
        /** Final numbers. */
        EVALUATION(0.5),
        /** Thresholds of binarizers, weights of heads. */
        CALIBRATION(0.3),
        /** Choices between settings. */
        TUNING(0.2);

        private final double share;

        Part(double share) {
            this.share = share;
        }
    }

    public CorpusSplit {
        parts = Collections.unmodifiableMap(new EnumMap<>(parts));
        smallLabels = List.copyOf(smallLabels);
    }

    /**
     * Divides images, given the label of each. No cluster is divided; each label is divided by the parts' shares as far as its
     * clusters allow. A cluster with several labels counts for the label of its first image. Same seed, same split.
     *
     * @throws IllegalArgumentException if the numbers of labels and clustered images differ
     */
    public static CorpusSplit of(List<String> labels, Clusters clusters, long seed) {
        if (labels.size() != clusters.images()) {
            throw new IllegalArgumentException(
                    "expected a label for each of %d images, got %d".formatted(clusters.images(), labels.size()));
        }
        TreeMap<String, List<List<Integer>>> byLabel = clusters.members().stream()
                .collect(Collectors.groupingBy(
                        cluster -> labels.get(cluster.getFirst()), TreeMap::new, Collectors.toList()));
        var random = new Random(seed);
        Map<Part, List<Integer>> parts = emptyParts();
        byLabel.values().forEach(own -> divide(own, random, parts));
        parts.values().forEach(Collections::sort);
        return new CorpusSplit(parts, small(byLabel));
    }

    /** The images of a part, ascending. */
    public List<Integer> part(Part part) {
        return parts.getOrDefault(part, List.of());
    }

    private static Map<Part, List<Integer>> emptyParts() {
        Map<Part, List<Integer>> parts = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            parts.put(part, new ArrayList<>());
        }
        return parts;
    }

    /** Gives each cluster of a label, large ones first, to the part that lacks most; of equal ones to the first. */
    private static void divide(List<List<Integer>> clusters, Random random, Map<Part, List<Integer>> parts) {
        List<List<Integer>> order = new ArrayList<>(clusters);
        Collections.shuffle(order, random);
        order.sort(Comparator.comparing(cluster -> -cluster.size()));
        int images = order.stream().mapToInt(List::size).sum();
        Map<Part, Double> lacking = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            lacking.put(part, part.share * images);
        }
        for (List<Integer> cluster : order) {
            Part part = Collections.max(
                    lacking.keySet(),
                    Comparator.<Part>comparingDouble(lacking::get).thenComparing(Comparator.reverseOrder()));
            parts.computeIfAbsent(part, none -> new ArrayList<>()).addAll(cluster);
            lacking.merge(part, (double) -cluster.size(), Double::sum);
        }
    }

    private static List<String> small(Map<String, List<List<Integer>>> byLabel) {
        return byLabel.entrySet().stream()
                .filter(entry -> entry.getValue().size() < Part.values().length)
                .map(Map.Entry::getKey)
                .toList();
    }
}
