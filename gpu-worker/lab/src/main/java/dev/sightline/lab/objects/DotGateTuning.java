package dev.sightline.lab.objects;

import dev.sightline.lab.corpus.LabelledImage;
import dev.sightline.lab.detection.BoxedDataSet;
import dev.sightline.lab.detection.DetectorCandidate;
import dev.sightline.lab.detection.PictureDetections;
import dev.sightline.lab.detection.TimedDetections;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Protocol P7: which detected boxes deserve a dot.
 *
 * <p>Each box is searched among whole pictures and among detected objects; thresholds on the three signals of the result, the
 * collection and the number of results are chosen on one data set and measured on another. A dot is right if its box finds an object of
 * its name at IoU 0.5. A composed picture's own cut-outs are left out of the collections. Not thread-safe.
 */
public final class DotGateTuning {

    /** The share of right boxes that the chosen gate must keep on the tuning data. */
    static final double MIN_RECALL = 0.8;

    static final int RESAMPLES = 1000;

    /**
     * What to tune on what. Boxes become candidates under the limits under which {@code detector} is deployed; {@code labelled}:
     * pictures that are searched as wholes, and whose objects are; {@code tuning} and {@code evaluation} share no picture.
     *
     * @throws IllegalArgumentException if the data sets share a picture, or one is empty
     */
    public record Inputs(
            DetectorCandidate detector,
            ViewEncoder encoder,
            List<LabelledImage> labelled,
            BoxedDataSet tuning,
            BoxedDataSet evaluation,
            long seed) {

        public Inputs {
            labelled = List.copyOf(labelled);
            requirePictures(tuning);
            requirePictures(evaluation);
            Set<Path> both = new HashSet<>(tuning.files());
            both.retainAll(evaluation.files());
            if (!both.isEmpty()) {
                throw new IllegalArgumentException("expected no picture in both data sets, got " + both);
            }
        }

        /** Whether the labelled pictures are those that are tuned on, so that their objects are the same. */
        boolean isLabelledWithTuning() {
            return tuning.files()
                    .containsAll(labelled.stream().map(LabelledImage::path).toList());
        }

        private static void requirePictures(BoxedDataSet dataSet) {
            if (dataSet.pictures().isEmpty()) {
                throw new IllegalArgumentException("expected pictures in %s, got none".formatted(dataSet.name()));
            }
        }
    }

    private final PictureDetections detections;
    private final Function<ViewEncoder, ViewReader> readers;

    /** {@code readers} opens a reader for an encoder; it is closed here. */
    public DotGateTuning(PictureDetections detections, Function<ViewEncoder, ViewReader> readers) {
        this.detections = detections;
        this.readers = readers;
    }

    /** Detects, searches and tunes, or reads what was computed before. */
    public TunedDots tune(Inputs inputs) {
        DotGateFindings findings = findings(inputs);
        return new TunedDots(
                findings.chosen().policy(), DotGateReport.of(inputs, findings).section());
    }

    private DotGateFindings findings(Inputs inputs) {
        try (ViewReader reader = readers.apply(inputs.encoder())) {
            List<BoxView> wholes = DotCollections.wholes(inputs.labelled(), reader);
            CutOutNames names = CutOutNames.of(
                    inputs.labelled(),
                    wholes.stream().map(view -> view.embedding().binary()).toList());
            DetectedPictures tuning = detected(inputs, inputs.tuning(), reader);
            DetectedPictures evaluation = detected(inputs, inputs.evaluation(), reader);
            var collections = new DotCollections(reader, names);
            List<DotCollection> searched = new ArrayList<>();
            searched.add(collections.ofWholes(inputs.labelled(), wholes));
            searched.add(collections.ofObjects("objects of the tuning pictures", tuning));
            if (!inputs.isLabelledWithTuning()) {
                DotCollection ofLabelled = collections.ofObjects(inputs.labelled(), found(inputs, files(inputs)));
                searched.add(ofLabelled);
                searched.add(ofLabelled.and("both kinds of objects", searched.get(1)));
            }
            Set<String> labels = inputs.detector().labels();
            return new DotTrials(JudgedBoxes.of(tuning, labels, names), JudgedBoxes.of(evaluation, labels, names))
                    .of(searched);
        }
    }

    private DetectedPictures detected(Inputs inputs, BoxedDataSet dataSet, ViewReader reader) {
        List<TimedDetections> found = found(inputs, dataSet.files());
        return new DetectedPictures(dataSet, found, SearchablePictures.of(dataSet, found, reader));
    }

    private List<TimedDetections> found(Inputs inputs, List<Path> files) {
        return detections.detect(inputs.detector(), inputs.detector().serving(), files);
    }

    private static List<Path> files(Inputs inputs) {
        return inputs.labelled().stream().map(LabelledImage::path).toList();
    }
}
