package dev.sightline.blender.search;

import dev.sightline.blender.understand.Annotation;
import dev.sightline.blender.understand.Understanding;
import dev.sightline.blender.understand.UnderstoodObject;
import dev.sightline.blender.understand.UnderstoodQuery;
import dev.sightline.policy.BlenderPolicy;
import dev.sightline.policy.CategoryRule;
import java.util.List;
import java.util.Optional;

/** Finds the category that a query is of, once for all its foci. */
final class CategoryFit {

    private CategoryFit() {}

    /** The first rule of the policy that fits one of the query's foci. */
    static Optional<CategoryRule> of(UnderstoodQuery understood, BlenderPolicy policy) {
        List<Understanding> all = understood.focuses().stream()
                .map(focus -> focus.understanding())
                .toList();
        return policy.categories().stream()
                .filter(rule -> all.stream().anyMatch(understanding -> fits(rule, understanding)))
                .findFirst();
    }

    private static boolean fits(CategoryRule rule, Understanding understanding) {
        return understanding.relevantObjects().stream().anyMatch(object -> fits(rule, object))
                || understanding.annotations().stream().anyMatch(annotation -> fits(rule, annotation));
    }

    private static boolean fits(CategoryRule rule, UnderstoodObject object) {
        return rule.objectCategories().contains(object.object().category())
                && object.object().confidence() >= rule.minConfidence();
    }

    private static boolean fits(CategoryRule rule, Annotation annotation) {
        return rule.annotations().contains(annotation.name()) && annotation.confidence() >= rule.minConfidence();
    }
}
