package dev.sightline.blender.understand;

import dev.sightline.blender.understand.Annotation.NeighborLabels;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.Label;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Tells what a query shows by the labels of its neighbours.
 *
 * <p>The confidence of a name over neighbours n with Hamming fraction d(n) and confidence c(n) in it is {@code sum((1 - d(n)) * c(n)) /
 * sum(1 - d(n))}, 0..1; c is 0 for a neighbour without it. The neighbours that have it are named, nearest first. The weight is that
 * of the signals of dots. Ours.
 */
final class LabelPropagation {

    private LabelPropagation() {}

    /** A neighbour with its labels; {@code hammingFraction} 0..1. */
    record LabeledNeighbor(ImageSignature image, double hammingFraction, List<Label> labels) {}

    /** The labels of neighbours that come nearest first. */
    static List<NamedEvidence> propagate(List<LabeledNeighbor> neighbors) {
        double nearness = 0;
        Map<String, Support> byName = new TreeMap<>();
        for (LabeledNeighbor neighbor : neighbors) {
            double near = 1 - neighbor.hammingFraction();
            nearness += near;
            confidences(neighbor.labels())
                    .forEach((name, confidence) -> byName.computeIfAbsent(name, absent -> new Support())
                            .add(neighbor.image(), near * confidence));
        }
        List<NamedEvidence> evidence = new ArrayList<>();
        for (Map.Entry<String, Support> entry : byName.entrySet()) {
            if (entry.getValue().weight > 0) {
                evidence.add(new NamedEvidence(entry.getKey(), entry.getValue().evidence(nearness)));
            }
        }
        return evidence;
    }

    private static Map<String, Double> confidences(List<Label> labels) {
        return labels.stream()
                .collect(Collectors.toMap(
                        label -> NamedEvidence.normalized(label.name()), Label::confidence, Math::max));
    }

    /** Who has one name, and how much that weighs. Not thread-safe: lives in one call. */
    private static final class Support {

        private final Set<ImageSignature> images = new LinkedHashSet<>();
        private double weight;

        void add(ImageSignature image, double added) {
            images.add(image);
            weight += added;
        }

        NeighborLabels evidence(double nearness) {
            return new NeighborLabels(Math.min(1, weight / nearness), List.copyOf(images));
        }
    }
}
