package dev.sightline.lab.command;

import java.nio.file.Path;
import java.util.List;

/**
 * How to measure: {@code queries} is the largest number of queries, {@code projection} the dimensions of the trained projection, 0 for
 * none; {@code boxes} is where pictures with known boxes come from, {@code detectors} the folders of detectors, the first of which serves; {@code
 * cache} is where computed features are kept.
 */
record EvaluationSettings(
        long seed, int queries, int projection, DetectionSource boxes, List<Path> detectors, Path cache) {

    EvaluationSettings {
        detectors = List.copyOf(detectors);
    }
}
