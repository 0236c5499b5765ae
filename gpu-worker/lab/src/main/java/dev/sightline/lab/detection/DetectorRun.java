package dev.sightline.lab.detection;

import dev.sightline.inference.DetectionLimits;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What one detector found on one data set under one kind of limits: {@code found} has one entry per picture, in their order, {@code
 * judged} says what that is worth at each overlap.
 */
record DetectorRun(
        BoxedDataSet dataSet,
        DetectorCandidate detector,
        DetectionLimits limits,
        List<TimedDetections> found,
        Map<Double, JudgedPictures> judged) {

    DetectorRun {
        found = List.copyOf(found);
        judged = Map.copyOf(judged);
    }

    /** Judges what was found at all overlaps of P6. */
    static DetectorRun of(
            BoxedDataSet dataSet, DetectorCandidate detector, DetectionLimits limits, List<TimedDetections> found) {
        Map<Double, JudgedPictures> judged = DetectorComparison.OVERLAPS.stream()
                .collect(Collectors.toMap(
                        overlap -> overlap,
                        overlap -> JudgedPictures.of(dataSet, found, detector.labels(), new BoxMatching(overlap))));
        return new DetectorRun(dataSet, detector, limits, found, judged);
    }

    String detectorName() {
        return detector.ref().id();
    }

    /** What that is worth at one of the overlaps of P6. */
    JudgedPictures judged(double overlap) {
        JudgedPictures pictures = judged.get(overlap);
        if (pictures == null) {
            throw new IllegalArgumentException(
                    "expected one of the overlaps %s, got %s".formatted(judged.keySet(), overlap));
        }
        return pictures;
    }

    /** The matches of one picture under the right names, all categories together. */
    MatchedBoxes matched(int picture, double overlap) {
        return new BoxMatching(overlap)
                .matchNamed(
                        found.get(picture).objects(),
                        dataSet.pictures().get(picture).objects(),
                        dataSet.judgeable(detector.labels()));
    }

    /** The time per picture that a share of the pictures does not exceed, by nearest rank, in milliseconds. */
    double millis(double share) {
        double[] sorted =
                found.stream().mapToDouble(TimedDetections::millis).sorted().toArray();
        return sorted[Math.clamp((int) Math.ceil(share * sorted.length) - 1, 0, sorted.length - 1)];
    }
}
