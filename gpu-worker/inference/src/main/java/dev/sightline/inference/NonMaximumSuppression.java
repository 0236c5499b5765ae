package dev.sightline.inference;

import dev.sightline.inference.ModelOutputs.BoxesOutputs;
import dev.sightline.inference.ModelOutputs.DetectionOutputs;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Of several boxes around one thing keeps the surest: greedy.
 *
 * <p>A box is dropped if its intersection over union with a surer box is larger than {@code maxOverlap} for the same category, or
 * larger than {@code maxOverlapOfCategories} for another one: a detector that wavers between two names for one thing gives both.
 * Of two equally sure ones the earlier stays.
 */
record NonMaximumSuppression(double maxOverlap, double maxOverlapOfCategories) {

    /** A limit that no overlap exceeds. */
    private static final double OFF = 1;

    /** The rule for a model, which may have suppressed boxes of one category itself. */
    static NonMaximumSuppression of(DetectionOutputs outputs, DetectionLimits limits) {
        boolean suppressed = outputs instanceof BoxesOutputs boxes && boxes.suppressed();
        return new NonMaximumSuppression(suppressed ? OFF : limits.maxOverlap(), limits.maxOverlapOfCategories());
    }

    /** What remains, the surest first. */
    List<Detection> suppress(List<Detection> proposals) {
        List<Detection> bySurety = new ArrayList<>(proposals);
        bySurety.sort(Comparator.comparingDouble(Detection::confidence).reversed());
        List<Detection> kept = new ArrayList<>();
        for (Detection candidate : bySurety) {
            if (kept.stream().noneMatch(surer -> covers(surer, candidate))) {
                kept.add(candidate);
            }
        }
        return kept;
    }

    private boolean covers(Detection surer, Detection candidate) {
        double limit = surer.category() == candidate.category() ? maxOverlap : maxOverlapOfCategories;
        return surer.edges().iou(candidate.edges()) > limit;
    }
}
