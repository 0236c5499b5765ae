package dev.sightline.lab.objects;

import java.util.Comparator;

/** The score floor of a detector that would choose dots as a gate does. */
final class ConfidenceFloor {

    private ConfidenceFloor() {}

    /** The floor with the highest precision among those that keep {@code minRecall} of the right boxes; 0 without boxes. */
    static double best(JudgedDots dots, double minRecall) {
        return dots.dots().stream()
                .map(JudgedDot::confidence)
                .distinct()
                .sorted()
                .filter(floor -> outcome(dots, floor).recall().orElse(1) >= minRecall)
                .max(Comparator.comparingDouble(
                        floor -> outcome(dots, floor).precision().orElse(0)))
                .orElse(0.0);
    }

    private static JudgedDots.Outcome outcome(JudgedDots dots, double floor) {
        return dots.shown(dot -> dot.confidence() >= floor).outcome();
    }
}
