package dev.sightline.blender.rank;

import dev.sightline.blender.understand.Annotation;
import dev.sightline.blender.understand.Understanding;
import dev.sightline.blender.understand.UnderstoodObject;
import dev.sightline.index.StoredImage;
import dev.sightline.index.StoredObject;
import dev.sightline.visual.Label;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/** How much of what a query shows a candidate shows too. */
final class Overlap {

    private Overlap() {}

    /**
     * Of annotations: over all names, the sum of the smaller confidence of both divided by the sum of the larger one, 0..1; 1: the same. A name
     * that one lacks has confidence 0 there. A candidate's annotations are its labels. Missing if query or candidate has none.
     */
    static OptionalDouble ofAnnotations(Understanding query, StoredImage candidate) {
        Map<String, Double> asked = query.annotations().stream()
                .collect(Collectors.toMap(Annotation::name, Annotation::confidence, Math::max));
        Map<String, Double> shown =
                candidate.labels().stream().collect(Collectors.toMap(Label::name, Label::confidence, Math::max));
        if (asked.isEmpty() || shown.isEmpty()) {
            return OptionalDouble.empty();
        }
        Set<String> names = new HashSet<>(asked.keySet());
        names.addAll(shown.keySet());
        double both = 0;
        double either = 0;
        for (String name : names) {
            double a = asked.getOrDefault(name, 0.0);
            double b = shown.getOrDefault(name, 0.0);
            both += Math.min(a, b);
            either += Math.max(a, b);
        }
        return either == 0 ? OptionalDouble.empty() : OptionalDouble.of(both / either);
    }

    /**
     * Of categories: the confidence of those of the query's objects whose category the candidate has an object of, divided by that of all, 0..1.
     * Missing if the query has no object.
     */
    static OptionalDouble ofCategories(List<UnderstoodObject> query, List<StoredObject> candidate) {
        Set<String> shown =
                candidate.stream().map(stored -> stored.object().category()).collect(Collectors.toSet());
        double all = 0;
        double both = 0;
        for (UnderstoodObject understood : query) {
            double confidence = understood.object().confidence();
            all += confidence;
            both += shown.contains(understood.object().category()) ? confidence : 0;
        }
        return all == 0 ? OptionalDouble.empty() : OptionalDouble.of(both / all);
    }
}
