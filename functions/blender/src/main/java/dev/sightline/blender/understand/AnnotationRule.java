package dev.sightline.blender.understand;

import dev.sightline.blender.understand.Annotation.ClassifierLabel;
import dev.sightline.blender.understand.Annotation.DuplicateText;
import dev.sightline.blender.understand.Annotation.Evidence;
import dev.sightline.blender.understand.Annotation.NeighborLabels;
import dev.sightline.policy.AnnotationPolicy;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Merges all evidence into one list of annotations.
 *
 * <p>Of several pieces of one kind for one name the surest counts, so that a word written twice is not believed twice. The confidence of
 * a name is {@code 1 - product over kinds k of (1 - weight(k) * confidence(k))}, 0..1: more evidence never makes it less. What is below
 * the policy's least confidence is left out. The order in which the evidence comes does not matter. Ours.
 */
record AnnotationRule(AnnotationPolicy policy) {

    private static final Comparator<Annotation> SUREST_FIRST =
            Comparator.comparingDouble(Annotation::confidence).reversed().thenComparing(Annotation::name);

    private static final Comparator<Evidence> STRONGEST_FIRST = Comparator.comparingDouble(Evidence::confidence)
            .reversed()
            .thenComparingInt(AnnotationRule::kind)
            .thenComparing(Evidence::toString);

    /** The annotations, surest first, equally sure ones by name. */
    List<Annotation> merge(List<NamedEvidence> evidence) {
        Map<String, Map<Integer, Evidence>> byName = new TreeMap<>();
        for (NamedEvidence named : evidence) {
            byName.computeIfAbsent(named.name(), name -> new TreeMap<>())
                    .merge(kind(named.evidence()), named.evidence(), AnnotationRule::stronger);
        }
        return byName.entrySet().stream()
                .map(entry ->
                        annotation(entry.getKey(), List.copyOf(entry.getValue().values())))
                .filter(annotation -> annotation.confidence() >= policy.minConfidence())
                .sorted(SUREST_FIRST)
                .toList();
    }

    /** {@code kinds}: at most one piece of each kind, in the order of kinds. */
    private Annotation annotation(String name, List<Evidence> kinds) {
        double doubt = 1;
        for (Evidence evidence : kinds) {
            doubt *= 1 - weight(evidence) * evidence.confidence();
        }
        return new Annotation(
                name, 1 - doubt, kinds.stream().sorted(STRONGEST_FIRST).toList());
    }

    private static Evidence stronger(Evidence one, Evidence other) {
        return STRONGEST_FIRST.compare(one, other) <= 0 ? one : other;
    }

    private double weight(Evidence evidence) {
        return switch (evidence) {
            case ClassifierLabel _ -> policy.classifier();
            case DuplicateText _ -> policy.duplicateText();
            case NeighborLabels _ -> policy.neighbors();
        };
    }

    private static int kind(Evidence evidence) {
        return switch (evidence) {
            case ClassifierLabel _ -> 0;
            case DuplicateText _ -> 1;
            case NeighborLabels _ -> 2;
        };
    }
}
