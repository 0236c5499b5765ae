package dev.sightline.lab.command;

import java.nio.file.Path;
import java.util.List;

/**
 * How to measure: {@code queries} is the largest number of queries, {@code projection} the dimensions of the trained projection, 0 for
 * none; {@code boxes} are pictures with known boxes, {@code detectors} the folders of detectors, the first of which serves; {@code
 * cache} is where computed features are kept.
 */
record EvaluationSettings(
        long seed, int queries, int projection, List<BoxesFile> boxes, List<Path> detectors, Path cache) {

    EvaluationSettings {
        boxes = List.copyOf(boxes);
        detectors = List.copyOf(detectors);
    }
}
