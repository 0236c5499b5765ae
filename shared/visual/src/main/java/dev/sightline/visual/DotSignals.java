package dev.sightline.visual;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How much the search result of a detected box can be trusted.
 *
 * <p>{@code topDistance}: the smallest Hamming fraction among the results, 0..1, smaller is surer; 1 without results. {@code
 * topAnnotation}: the largest weight of an annotation, 0..1, larger is surer; 0 without annotations. {@code conformity}: the share of
 * the most frequent category among the results that have one, 0..1, larger is surer; null if too few have one.
 *
 * <p>The weight of annotation a over results r with Hamming fraction d(r) and confidence c(a, r) in a is {@code sum((1 - d(r)) * c(a,
 * r)) / sum(1 - d(r))}.
 *
 * <p>Paper: Flashlight's dots, which are kept by three signals: Hamming distance of the top result, top annotation score, category
 * conformity. Differs: distances are fractions; the weight and the form of conformity are ours.
 *
 * @throws IllegalArgumentException if a signal lies outside 0..1
 */
public record DotSignals(
        double topDistance, double topAnnotation, @Nullable Double conformity) {

    public DotSignals {
        requireShare("topDistance", topDistance);
        requireShare("topAnnotation", topAnnotation);
        if (conformity != null) {
            requireShare("conformity", conformity);
        }
    }

    private static void requireShare(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("expected %s in 0..1, got %s".formatted(name, value));
        }
    }

    /**
     * The signals of one search, whose results may come in any order.
     *
     * <p>{@code minCategorized}: with fewer results that have a category the conformity is unknown. An annotation that one result has
     * twice counts once, with the larger confidence.
     *
     * @throws IllegalArgumentException if {@code minCategorized} is not positive
     */
    public static DotSignals of(List<DotEvidence> results, int minCategorized) {
        if (minCategorized < 1) {
            throw new IllegalArgumentException("expected minCategorized >= 1, got " + minCategorized);
        }
        double nearest =
                results.stream().mapToDouble(DotEvidence::hammingFraction).min().orElse(1);
        return new DotSignals(nearest, topAnnotation(results), conformity(results, minCategorized));
    }

    /**
     * The same for a box of a category, where results have categories of the same kind: conformity is then the share of the results of the
     * box's own category, so that they have to confirm its detector. On composed scenes that tells right boxes better than the most
     * frequent category does.
     *
     * @throws IllegalArgumentException if {@code minCategorized} is not positive
     */
    public static DotSignals of(List<DotEvidence> results, int minCategorized, String category) {
        DotSignals any = of(results, minCategorized);
        if (any.conformity == null) {
            return any;
        }
        List<String> categories = results.stream()
                .map(DotEvidence::category)
                .filter(Objects::nonNull)
                .toList();
        long own = categories.stream().filter(category::equals).count();
        return new DotSignals(any.topDistance, any.topAnnotation, (double) own / categories.size());
    }

    private static double topAnnotation(List<DotEvidence> results) {
        double nearness = 0;
        Map<String, Double> weights = new HashMap<>();
        for (DotEvidence result : results) {
            double near = 1 - result.hammingFraction();
            nearness += near;
            confidences(result).forEach((name, confidence) -> weights.merge(name, near * confidence, Double::sum));
        }
        double largest =
                weights.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        return nearness == 0 ? 0 : Math.min(1, largest / nearness);
    }

    private static Map<String, Double> confidences(DotEvidence result) {
        return result.annotations().stream().collect(Collectors.toMap(Label::name, Label::confidence, Math::max));
    }

    private static @Nullable Double conformity(List<DotEvidence> results, int minCategorized) {
        Map<String, Long> counts = results.stream()
                .map(DotEvidence::category)
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(category -> category, Collectors.counting()));
        long categorized = counts.values().stream().mapToLong(Long::longValue).sum();
        long most = counts.values().stream().mapToLong(Long::longValue).max().orElse(0);
        return categorized < minCategorized ? null : (double) most / categorized;
    }
}
