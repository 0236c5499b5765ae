package dev.sightline.lab.detection;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * Suggests from measured runs which detector to deploy as <em>fast</em> (the smallest p50) and which as <em>accurate</em> (the largest
 * mAP at IoU 0.5), both as means over the data sets. Equal ones are decided by name.
 *
 * <p>{@code open}: the runs whose mAP counts, one per detector and data set. {@code all}: those whose time counts; of several on one
 * data set the fastest, since limits hardly change the time, and what else the machine does only adds to it.
 */
record DetectorChoice(List<DetectorRun> open, List<DetectorRun> all) {

    private static final double OVERLAP = 0.5;
    private static final double MEDIAN = 0.5;

    /** What was found and on which data, in words. */
    String summary(DetectorComparison.Inputs inputs) {
        String data = inputs.dataSets().stream()
                .map(dataSet -> "%s (%d pictures)"
                        .formatted(dataSet.name(), dataSet.pictures().size()))
                .collect(Collectors.joining(" and "));
        String detectors = inputs.detectors().stream()
                .map(detector ->
                        detector.ref().id() + " version " + detector.ref().version())
                .collect(Collectors.joining(" and "));
        return "Measured on %s with %s; seed %d, intervals from %d resamplings of the pictures. %s"
                .formatted(data, detectors, inputs.seed(), DetectorComparison.RESAMPLES, suggestion());
    }

    /** The suggestion with its numbers. */
    String suggestion() {
        String fast =
                names().stream().min(Comparator.comparingDouble(this::millis)).orElseThrow();
        List<String> measured =
                names().stream().filter(name -> quality(name).isPresent()).toList();
        if (measured.isEmpty()) {
            return "Suggested as fast: %s (%s). No data set holds a category that a detector knows, so none is suggested as accurate."
                    .formatted(fast, inWords(fast));
        }
        String accurate = measured.stream()
                .max(Comparator.comparingDouble(name -> quality(name).orElseThrow()))
                .orElseThrow();
        return accurate.equals(fast)
                ? "Suggested as fast and as accurate: %s (%s)%s.".formatted(fast, inWords(fast), others(fast))
                : "Suggested as fast: %s (%s); as accurate: %s (%s)."
                        .formatted(fast, inWords(fast), accurate, inWords(accurate));
    }

    private String others(String best) {
        return names().stream()
                .filter(name -> !name.equals(best))
                .map(name -> "; %s has %s".formatted(name, inWords(name)))
                .collect(Collectors.joining());
    }

    private String inWords(String detector) {
        OptionalDouble quality = quality(detector);
        String time = "p50 %.1f ms".formatted(millis(detector));
        return quality.isPresent() ? "%s, mAP %.3f at IoU %s".formatted(time, quality.getAsDouble(), OVERLAP) : time;
    }

    private List<String> names() {
        return open.stream().map(DetectorRun::detectorName).distinct().sorted().toList();
    }

    private double millis(String detector) {
        Map<BoxedDataSet, Double> fastest = all.stream()
                .filter(run -> run.detectorName().equals(detector))
                .collect(Collectors.toMap(DetectorRun::dataSet, run -> run.millis(MEDIAN), Math::min));
        return fastest.values().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElseThrow();
    }

    private OptionalDouble quality(String detector) {
        return open.stream()
                .filter(run -> run.detectorName().equals(detector))
                .map(run -> new MeanAveragePrecision(
                        run.judged(OVERLAP).categories().values()))
                .flatMapToDouble(mean -> mean.value().stream())
                .average();
    }
}
