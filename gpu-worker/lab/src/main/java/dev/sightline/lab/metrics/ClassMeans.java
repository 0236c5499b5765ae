package dev.sightline.lab.metrics;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The mean per class of one value per query, so that large classes do not speak for all. */
public record ClassMeans(SortedMap<String, Double> means) {

    public ClassMeans {
        means = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(means));
    }

    /**
     * Groups queries by class.
     *
     * @throws IllegalArgumentException if the numbers of classes and values differ, or there is none
     */
    public static ClassMeans of(List<String> classes, double[] perQuery) {
        if (classes.size() != perQuery.length || perQuery.length == 0) {
            throw new IllegalArgumentException("expected a class for each of at least one value, got %d and %d"
                    .formatted(classes.size(), perQuery.length));
        }
        return new ClassMeans(IntStream.range(0, perQuery.length)
                .boxed()
                .collect(Collectors.groupingBy(
                        classes::get, TreeMap::new, Collectors.averagingDouble(query -> perQuery[query]))));
    }

    /** The mean over classes, each counting the same. */
    public double mean() {
        return means.values().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElseThrow();
    }
}
