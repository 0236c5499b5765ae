package dev.sightline.lab.training;

import dev.sightline.lab.metrics.Interval;
import dev.sightline.lab.report.Plot;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How far confidence can be believed: images sorted by the probability of their surest label into {@value #BINS} equally wide bins,
 * the upper edge belonging to the next bin, 1 to the last one.
 *
 * <p>Source: "On Calibration of Modern Neural Networks" (Guo et al., 2017).
 */
record Reliability(List<Bin> bins) {

    static final int BINS = 10;

    /** One bin: number of images, their mean confidence, and the share whose surest label is right; both 0 if there is none. */
    record Bin(int images, double confidence, double accuracy) {}

    Reliability {
        bins = List.copyOf(bins);
    }

    /**
     * Of these logits, one row per image, whose right labels are given by number.
     *
     * @throws IllegalArgumentException if there is no image, or the counts differ
     */
    static Reliability of(float[][] logits, int[] labels) {
        if (logits.length == 0 || logits.length != labels.length) {
            throw new IllegalArgumentException("expected as many labels as rows of logits, at least one, got %d and %d"
                    .formatted(labels.length, logits.length));
        }
        int[] images = new int[BINS];
        int[] right = new int[BINS];
        double[] confidence = new double[BINS];
        for (int i = 0; i < labels.length; i++) {
            int surest = Softmax.surest(logits[i]);
            double probability = Softmax.of(logits[i])[surest];
            int bin = Math.min(BINS - 1, (int) (probability * BINS));
            images[bin]++;
            confidence[bin] += probability;
            right[bin] += surest == labels[i] ? 1 : 0;
        }
        return new Reliability(IntStream.range(0, BINS)
                .mapToObj(bin -> images[bin] == 0
                        ? new Bin(0, 0, 0)
                        : new Bin(images[bin], confidence[bin] / images[bin], (double) right[bin] / images[bin]))
                .toList());
    }

    /** The expected calibration error: mean distance of confidence and accuracy over images, 0..1, smaller is better. */
    double expectedCalibrationError() {
        double sum = 0;
        int images = 0;
        for (Bin bin : bins) {
            sum += bin.images() * Math.abs(bin.confidence() - bin.accuracy());
            images += bin.images();
        }
        return sum / images;
    }

    /** The bins that have images, with 95 % intervals of the accuracy by Wilson's score. */
    Plot.Series series(String name) {
        List<Plot.Point> points = new ArrayList<>();
        for (Bin bin : bins) {
            if (bin.images() > 0) {
                points.add(new Plot.Point(bin.confidence(), wilson(bin.accuracy(), bin.images())));
            }
        }
        return new Plot.Series(name, points);
    }

    private static Interval wilson(double share, int n) {
        double z = 1.96;
        double center = (share + z * z / (2 * n)) / (1 + z * z / n);
        double half = z / (1 + z * z / n) * Math.sqrt(share * (1 - share) / n + z * z / (4.0 * n * n));
        return new Interval(share, Math.clamp(center - half, 0, share), Math.clamp(center + half, share, 1));
    }
}
