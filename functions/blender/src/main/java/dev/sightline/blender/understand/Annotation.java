package dev.sightline.blender.understand;

import dev.sightline.visual.ImageSignature;
import java.util.List;

/** What a query is said to show: a name, its confidence in 0..1, and the evidence for it, strongest first. */
public record Annotation(String name, double confidence, List<Evidence> evidence) {

    public Annotation {
        evidence = List.copyOf(evidence);
    }

    /** Why an annotation is believed; each with its own confidence, 0..1. */
    public sealed interface Evidence {

        /** Before it is weighted by the policy. */
        double confidence();
    }

    /** The classifier sees it in the query's pixels. */
    public record ClassifierLabel(double confidence) implements Evidence {}

    /** It is written at a known image that is a near-duplicate of the query. */
    public record DuplicateText(double confidence, ImageSignature image, String text) implements Evidence {}

    /** The query's nearest images have it as label; those that do are named, nearest first. */
    public record NeighborLabels(double confidence, List<ImageSignature> images) implements Evidence {

        public NeighborLabels {
            images = List.copyOf(images);
        }
    }
}
