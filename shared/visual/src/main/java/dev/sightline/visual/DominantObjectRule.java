package dev.sightline.visual;

import java.util.List;
import java.util.Optional;

/**
 * Tells whether an image has a dominant object.
 *
 * <p>Score of an object with confidence p and box b: {@code p * sqrt(area(b)) * centrality(b)}, 0..1. The square root of the area is the
 * side of a square of that area, as a share of the frame's side. Centrality is {@code 1 - d / D}: d is the distance from the box's
 * centre to the frame's, D that from a corner of the frame to its centre, both in fractions of the sides; 1 in the middle. So an object
 * is dominant only if it is sure, large and central. The object with the highest score is dominant if that is at least {@code
 * minScore}; of equal ones the first.
 *
 * <p>Paper: Related Pins, weigh visual similarity higher when a dominant object is present. The rule by which an object is dominant is
 * not given there; formula and threshold are ours.
 *
 * @throws IllegalArgumentException if the threshold lies outside 0..1
 */
public record DominantObjectRule(double minScore) {

    /** An object of half the frame's sides in the middle, with a confidence of 0.8, just passes. */
    public static final DominantObjectRule DEFAULT = new DominantObjectRule(0.4);

    private static final double MIDDLE = 0.5;
    private static final double CORNER_TO_MIDDLE = Math.hypot(MIDDLE, MIDDLE);

    public DominantObjectRule {
        if (!(minScore >= 0 && minScore <= 1)) {
            throw new IllegalArgumentException("expected a threshold in 0..1, got " + minScore);
        }
    }

    /** The dominant one of an image's objects. */
    public Optional<DominantObject> dominant(List<DetectedObject> objects) {
        Optional<DominantObject> best = Optional.empty();
        for (int position = 0; position < objects.size(); position++) {
            double score = score(objects.get(position));
            if (score >= minScore && score > best.map(DominantObject::score).orElse(-1.0)) {
                best = Optional.of(new DominantObject(position, objects.get(position), score));
            }
        }
        return best;
    }

    /** How dominant an object is, 0..1. */
    public static double score(DetectedObject object) {
        NormalizedBox box = object.box();
        return object.confidence() * Math.sqrt(box.area()) * centrality(box);
    }

    private static double centrality(NormalizedBox box) {
        double x = box.x() + box.w() / 2 - MIDDLE;
        double y = box.y() + box.h() / 2 - MIDDLE;
        return Math.max(0, 1 - Math.hypot(x, y) / CORNER_TO_MIDDLE);
    }
}
