package dev.sightline.lab.detection;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Precision and recall as the score floor falls: one point per confidence that occurs, so that equally sure detections enter
 * together and their order cannot matter.
 *
 * <p>AP is the area under the interpolated curve over all its points, as in Pascal VOC since 2010, not COCO's mean over 101 recalls:
 * with few objects a curve has fewer than 101 steps, and the area is exact where the 101 recalls round. Immutable, safe for all
 * threads.
 */
public final class PrecisionRecallCurve {

    /**
     * All detections with at least this confidence: {@code precision} of them are right, they find {@code recall} of the objects;
     * both 0..1, recall 0 if there is no object.
     */
    public record Point(double confidence, double recall, double precision) {}

    private final long objects;
    private final int size;
    private final double[] confidences;
    private final double[] recalls;
    private final double[] precisions;

    private PrecisionRecallCurve(Builder builder) {
        objects = builder.objects;
        size = builder.size;
        confidences = builder.confidences;
        recalls = builder.recalls;
        precisions = builder.precisions;
    }

    /** The curve over these images. */
    public static PrecisionRecallCurve of(List<JudgedImage> images) {
        return new RankedDetections(images).curve();
    }

    /** How many objects are to be found. */
    public long objects() {
        return objects;
    }

    /** The points, the surest first; recall never falls. */
    public List<Point> points() {
        return IntStream.range(0, size).mapToObj(this::point).toList();
    }

    /** The last point whose confidence reaches the floor; none if no detection does. */
    public Optional<Point> at(double minConfidence) {
        return IntStream.range(0, size)
                .filter(i -> confidences[i] >= minConfidence)
                .mapToObj(this::point)
                .reduce((surer, last) -> last);
    }

    /**
     * The area under the curve, 0..1, after each precision was raised to the largest one at its recall or a higher one. Empty if there
     * is no object to find; 0 if there is one and no detection.
     */
    public OptionalDouble averagePrecision() {
        if (objects == 0) {
            return OptionalDouble.empty();
        }
        double area = 0;
        double highest = 0;
        for (int i = size - 1; i >= 0; i--) {
            highest = Math.max(highest, precisions[i]);
            double before = i == 0 ? 0 : recalls[i - 1];
            area += (recalls[i] - before) * highest;
        }
        return OptionalDouble.of(area);
    }

    private Point point(int i) {
        return new Point(confidences[i], recalls[i], precisions[i]);
    }

    /** Counts group by group as the floor falls. Not thread-safe. */
    static final class Builder {

        private final long objects;
        private final double[] confidences;
        private final double[] recalls;
        private final double[] precisions;
        private int size;
        private long right;
        private long all;

        Builder(long objects, int groups) {
            this.objects = objects;
            confidences = new double[groups];
            recalls = new double[groups];
            precisions = new double[groups];
        }

        /** Adds {@code ones} detections of one confidence that is lower than all before. */
        void add(double confidence, long rightOnes, long ones) {
            if (ones == 0) {
                return;
            }
            right += rightOnes;
            all += ones;
            confidences[size] = confidence;
            recalls[size] = objects == 0 ? 0 : (double) right / objects;
            precisions[size] = (double) right / all;
            size++;
        }

        PrecisionRecallCurve build() {
            return new PrecisionRecallCurve(this);
        }
    }
}
