package dev.sightline.lab.detection;

import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;

/** mAP: the mean of AP over the categories that have an object to find, each counting the same. Immutable, safe for all threads. */
public final class MeanAveragePrecision {

    private final List<RankedDetections> categories;

    /** Over categories, each with the same images in the same order. */
    public MeanAveragePrecision(Collection<List<JudgedImage>> categories) {
        this.categories = categories.stream().map(RankedDetections::new).toList();
    }

    /** The mean, 0..1; empty if no category has an object. */
    public OptionalDouble value() {
        return mean(categories.stream()
                .map(category -> category.curve().averagePrecision())
                .toList());
    }

    /** The mean with image i taken {@code times[i]} times. */
    OptionalDouble value(int[] times) {
        return mean(categories.stream()
                .map(category -> category.curve(times).averagePrecision())
                .toList());
    }

    private static OptionalDouble mean(List<OptionalDouble> values) {
        return values.stream().flatMapToDouble(OptionalDouble::stream).average();
    }
}
