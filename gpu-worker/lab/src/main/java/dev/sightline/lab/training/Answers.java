package dev.sightline.lab.training;

import dev.sightline.lab.metrics.Bootstrap;
import dev.sightline.lab.metrics.ClassMeans;
import dev.sightline.lab.metrics.Interval;
import java.util.Arrays;
import java.util.stream.IntStream;

/** What one method named each test image, and what is right, both by number. */
@SuppressWarnings("ArrayRecordComponent") // read by this package's classes only
record Answers(String method, int[] named, int[] right, Bootstrap bootstrap) {

    /** The share of images named right. */
    Interval accuracy() {
        return bootstrap.mean(hits());
    }

    /** How much larger the share is than that of another method on the same images, image by image. */
    Interval lead(Answers other) {
        return bootstrap.meanDifference(hits(), other.hits());
    }

    /** The mean over labels of the share of their images named right, so that rare labels count the same. */
    double labelMean() {
        return ClassMeans.of(Arrays.stream(right).mapToObj(Integer::toString).toList(), hits())
                .mean();
    }

    private double[] hits() {
        return IntStream.range(0, right.length)
                .mapToDouble(i -> named[i] == right[i] ? 1 : 0)
                .toArray();
    }
}
