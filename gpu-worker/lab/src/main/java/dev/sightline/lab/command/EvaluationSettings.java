package dev.sightline.lab.command;

import dev.sightline.index.KnnMode;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How to measure: {@code queries} is the largest number of queries, {@code projection} the dimensions of the trained projection, 0 for
 * none; {@code boxes} is where pictures with known boxes come from, {@code detectors} the folders of detectors, the first of which serves; {@code
 * cache} is where computed features are kept.
 */
record EvaluationSettings(
        long seed,
        int queries,
        int projection,
        DetectionSource boxes,
        List<Path> detectors,
        Path cache,
        Search search) {

    EvaluationSettings {
        detectors = List.copyOf(detectors);
    }

    /**
     * The index to measure, if there is one: {@code views} of each picture are put into it, with rotated codes of {@code bits} bits, or
     * with one bit per feature if that is 0.
     */
    record Search(@Nullable URI url, KnnMode mode, int views, int bits) {}
}
