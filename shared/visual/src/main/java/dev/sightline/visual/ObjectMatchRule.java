package dev.sightline.visual;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Turns matches between the objects of a query and those of one image into the score of that image.
 *
 * <p>Score: {@code sum over q of w(q) * c(q) / sum over q of w(q)}, 0..1, larger is better. w(q) is the weight of query object q, its
 * dominance; where all weights are 0 they count as equal. c(q) is the largest cosine between q and an object of the image; 0 where none
 * matched, and where the cosine is below 0: an object unlike the query says no more than none. So another match never lowers a score.
 *
 * <p>Paper: Object Search gives whole images by their best matching object. Ours: the mean over all objects of the query, so that an image that
 * holds all of them comes before one that holds the best of them alone.
 *
 * @throws IllegalArgumentException if there is no weight, or one is negative or not finite
 */
public record ObjectMatchRule(List<Double> weights) {

    public ObjectMatchRule {
        weights = List.copyOf(weights);
        if (weights.isEmpty()) {
            throw new IllegalArgumentException("expected the weight of at least one query object, got none");
        }
        for (double weight : weights) {
            if (!(weight >= 0) || Double.isInfinite(weight)) {
                throw new IllegalArgumentException("expected finite weights >= 0, got " + weights);
            }
        }
    }

    /**
     * An object of an image that is near an object of the query: the latter by its position in {@link #weights}, the former in the caller's
     * own words. {@code cosine}: -1..1, larger is nearer.
     */
    public record Match<T>(int queryObject, T object, double cosine) {}

    /** The score of an image, the object of it that matches best, and the others that match, nearest first, each once. */
    public record ImageMatch<T>(double score, T best, List<T> others) {

        public ImageMatch {
            others = List.copyOf(others);
        }
    }

    /**
     * Judges one image by all its matches, in any order. The best object is that with the largest cosine to any query object; of equal ones that
     * of the heavier query object, then the one that was given first.
     *
     * @throws IllegalArgumentException if there is no match, or one names a query object without weight
     */
    public <T> ImageMatch<T> match(List<Match<T>> matches) {
        if (matches.isEmpty()) {
            throw new IllegalArgumentException("expected at least one match of an image, got none");
        }
        List<Match<T>> nearestFirst = new ArrayList<>(matches);
        nearestFirst.sort(Comparator.<Match<T>>comparingDouble(Match::cosine)
                .thenComparingDouble(match -> weight(match.queryObject()))
                .reversed());
        Set<T> objects = new LinkedHashSet<>();
        nearestFirst.forEach(match -> objects.add(match.object()));
        List<T> distinct = List.copyOf(objects);
        return new ImageMatch<>(score(matches), distinct.getFirst(), distinct.subList(1, distinct.size()));
    }

    /**
     * The score of an image by its matches alone, 0 without any.
     *
     * @throws IllegalArgumentException if a match names a query object without weight
     */
    public <T> double score(List<Match<T>> matches) {
        Map<Integer, Double> largest = new HashMap<>();
        matches.forEach(match -> largest.merge(match.queryObject(), match.cosine(), Math::max));
        largest.keySet().forEach(this::weight);
        double total = weights.stream().mapToDouble(Double::doubleValue).sum();
        double sum = 0;
        for (int position = 0; position < weights.size(); position++) {
            double weight = total > 0 ? weights.get(position) / total : 1.0 / weights.size();
            sum += weight * Math.max(0, largest.getOrDefault(position, 0.0));
        }
        return Math.min(1, sum);
    }

    private double weight(int queryObject) {
        if (queryObject < 0 || queryObject >= weights.size()) {
            throw new IllegalArgumentException(
                    "expected a query object in 0..%d, got %d".formatted(weights.size() - 1, queryObject));
        }
        return weights.get(queryObject);
    }
}
