package dev.sightline.lab.detection;

import dev.sightline.inference.DetectionLimits;
import dev.sightline.lab.report.Gallery;
import dev.sightline.lab.report.Plot;
import dev.sightline.lab.report.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Protocol P6: how well and how fast each detector finds known objects.
 *
 * <p>Measured twice: under open limits with at most 100 and at most 300 proposals (AP per category, mAP), and as served (precision and
 * recall). Each data set is halved by the seed to see which score floor is best on one half, and what the one in use does on the other.
 * Intervals are from {@value #RESAMPLES} resamplings of the pictures. Not thread-safe, since the detectors are not.
 */
public final class DetectorComparison {

    /** The overlaps at which a box counts as right. */
    static final List<Double> OVERLAPS = List.of(0.5, 0.7);

    /** The caps on proposals that are compared, smallest first; the last one is the one for AP per category and for curves. */
    static final List<Integer> PROPOSALS = List.of(100, 300);

    static final int RESAMPLES = 1000;

    /**
     * What to compare: every detector on every data set.
     *
     * @throws IllegalArgumentException if there is no detector, no data set, or one without pictures
     */
    public record Inputs(List<DetectorCandidate> detectors, List<BoxedDataSet> dataSets, long seed) {

        public Inputs {
            detectors = List.copyOf(detectors);
            dataSets = List.copyOf(dataSets);
            if (detectors.isEmpty() || dataSets.isEmpty()) {
                throw new IllegalArgumentException("expected at least one detector and one data set, got %d and %d"
                        .formatted(detectors.size(), dataSets.size()));
            }
            for (BoxedDataSet dataSet : dataSets) {
                if (dataSet.pictures().isEmpty()) {
                    throw new IllegalArgumentException("expected pictures in %s, got none".formatted(dataSet.name()));
                }
            }
        }
    }

    private final PictureDetections detections;

    public DetectorComparison(PictureDetections detections) {
        this.detections = detections;
    }

    /** Runs the detectors, or reads what they found before, and judges them. */
    public Section compare(Inputs inputs) {
        List<DetectorRun> open = PROPOSALS.stream()
                .flatMap(cap -> runs(inputs, detector -> DetectionLimits.OPEN.withMaxProposals(cap)))
                .toList();
        List<DetectorRun> served = runs(inputs, DetectorCandidate::serving).toList();
        List<DetectorRun> widest = open.stream()
                .filter(run -> run.limits().maxProposals() == PROPOSALS.getLast())
                .toList();
        List<DetectorRun> all = Stream.concat(open.stream(), served.stream()).toList();
        var tables = new DetectionTables(inputs.seed(), RESAMPLES);
        return new Section(
                "p6",
                "P6: Detection",
                new DetectorChoice(widest, all).summary(inputs),
                List.of(
                        tables.quality(open),
                        tables.served(served),
                        FloorTable.of(floors(inputs)),
                        tables.categories(widest),
                        tables.latency(all)),
                plots(inputs, widest),
                galleries(served));
    }

    private Stream<DetectorRun> runs(Inputs inputs, Function<DetectorCandidate, DetectionLimits> limits) {
        return inputs.dataSets().stream()
                .flatMap(dataSet ->
                        inputs.detectors().stream().map(detector -> run(dataSet, detector, limits.apply(detector))));
    }

    private List<MeasuredFloor> floors(Inputs inputs) {
        List<MeasuredFloor> floors = new ArrayList<>();
        for (BoxedDataSet dataSet : inputs.dataSets()) {
            BoxedHalves halves = BoxedHalves.of(dataSet, inputs.seed());
            for (DetectorCandidate detector : inputs.detectors()) {
                DetectionLimits low = detector.serving().withMinConfidence(DetectionLimits.OPEN.minConfidence());
                floors.add(new MeasuredFloor(
                        run(halves.tuning(), detector, low), run(halves.evaluation(), detector, low)));
            }
        }
        return floors;
    }

    private DetectorRun run(BoxedDataSet dataSet, DetectorCandidate detector, DetectionLimits limits) {
        return DetectorRun.of(dataSet, detector, limits, detections.detect(detector, limits, dataSet.files()));
    }

    private static List<Plot> plots(Inputs inputs, List<DetectorRun> runs) {
        List<Plot> plots = new ArrayList<>();
        for (BoxedDataSet dataSet : inputs.dataSets()) {
            List<DetectorRun> own =
                    runs.stream().filter(run -> run.dataSet().equals(dataSet)).toList();
            OVERLAPS.forEach(overlap -> plots.add(PrecisionRecallPlot.of(dataSet, own, overlap)));
        }
        return plots;
    }

    private static List<Gallery> galleries(List<DetectorRun> served) {
        return served.stream().map(WorstPictures::of).toList();
    }
}
