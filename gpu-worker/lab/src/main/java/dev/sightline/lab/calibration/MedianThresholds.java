package dev.sightline.lab.calibration;

import com.tdunning.math.stats.MergingDigest;
import com.tdunning.math.stats.TDigest;
import java.util.stream.Stream;

/**
 * The median of each value, from one t-digest per value: a value of the sample next to its middle while the sample is small, and
 * within half a percent of the ranks beyond that, in memory that does not grow with the sample.
 *
 * <p>Source: Dunning and Ertl, "Computing Extremely Accurate Quantiles Using t-Digests", through the library of the same name.
 */
final class MedianThresholds implements Thresholds {

    /** How many centroids a digest keeps, about: the library's usual choice. */
    static final int COMPRESSION = 100;

    private static final double MIDDLE = 0.5;

    private final TDigest[] digests;

    MedianThresholds(int length) {
        digests = Stream.generate(() -> new MergingDigest(COMPRESSION))
                .limit(length)
                .toArray(TDigest[]::new);
    }

    @Override
    public void add(float[] values) {
        for (int i = 0; i < digests.length; i++) {
            digests[i].add(values[i]);
        }
    }

    @Override
    public float[] fitted() {
        float[] medians = new float[digests.length];
        for (int i = 0; i < medians.length; i++) {
            medians[i] = (float) digests[i].quantile(MIDDLE);
        }
        return medians;
    }

    /** The most centroids that any digest keeps. */
    int largest() {
        return Stream.of(digests).mapToInt(TDigest::centroidCount).max().orElse(0);
    }
}
