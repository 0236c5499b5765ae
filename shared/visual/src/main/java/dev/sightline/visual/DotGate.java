package dev.sightline.visual;

import java.util.ArrayList;
import java.util.List;

/**
 * Decides which detected boxes become dots: those whose search result is sure by all three signals.
 *
 * <p>{@code maxTopDistance}: largest Hamming fraction of the nearest result; {@code minTopAnnotation}: smallest weight of the best
 * annotation; {@code minConformity}: smallest share of the most frequent category; all 0..1, limits included. An unknown conformity
 * passes: a collection without categories would have no dots at all otherwise.
 *
 * <p>Paper: Flashlight's dots (+4.9 % engagement once irrelevant ones were left out). Differs: the thresholds are ours, tuned on
 * labelled detections.
 *
 * @throws IllegalArgumentException if a threshold lies outside 0..1
 */
public record DotGate(double maxTopDistance, double minTopAnnotation, double minConformity) {

    /** Every box becomes a dot. */
    public static final DotGate OPEN = new DotGate(1, 0, 0);

    public DotGate {
        requireShare("maxTopDistance", maxTopDistance);
        requireShare("minTopAnnotation", minTopAnnotation);
        requireShare("minConformity", minConformity);
    }

    private static void requireShare(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("expected %s in 0..1, got %s".formatted(name, value));
        }
    }

    /** Whether a box with these signals becomes a dot. */
    public boolean shows(DotSignals signals) {
        return failures(signals).isEmpty();
    }

    /** The signals that speak against a dot, in the order of {@link DotSignal}; none if it is shown. */
    public List<DotSignal> failures(DotSignals signals) {
        List<DotSignal> failures = new ArrayList<>();
        if (signals.topDistance() > maxTopDistance) {
            failures.add(DotSignal.TOP_DISTANCE);
        }
        if (signals.topAnnotation() < minTopAnnotation) {
            failures.add(DotSignal.TOP_ANNOTATION);
        }
        Double conformity = signals.conformity();
        if (conformity != null && conformity < minConformity) {
            failures.add(DotSignal.CONFORMITY);
        }
        return List.copyOf(failures);
    }
}
