package dev.sightline.lab.objects;

import dev.sightline.lab.corpus.LabelledImage;
import dev.sightline.lab.detection.BoxMatching;
import dev.sightline.lab.detection.BoxedDataSet;
import dev.sightline.lab.detection.DetectorCandidate;
import dev.sightline.lab.detection.MatchedBoxes;
import dev.sightline.lab.detection.PictureDetections;
import dev.sightline.lab.detection.TrueObject;
import dev.sightline.lab.report.Section;
import dev.sightline.visual.DetectedObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Protocol P7: which detected boxes deserve a dot.
 *
 * <p>Each box is searched in a collection of labelled pictures; thresholds on the three signals of the result are chosen on one data
 * set and measured on another. A dot is right if its box finds an object of its name at IoU 0.5. A composed picture's own cut-outs are
 * left out of the collection. Not thread-safe.
 */
public final class DotGateTuning {

    /** The share of right boxes that the chosen gate must keep on the tuning data. */
    static final double MIN_RECALL = 0.8;

    static final int RESAMPLES = 1000;

    private static final double OVERLAP = 0.5;

    /**
     * What to tune on what. Boxes become candidates under the limits under which {@code detector} is deployed; {@code collection}: where
     * they are searched; {@code tuning} and {@code evaluation} share no picture.
     *
     * @throws IllegalArgumentException if the data sets share a picture, or one is empty
     */
    public record Inputs(
            DetectorCandidate detector,
            ViewEncoder encoder,
            List<LabelledImage> collection,
            BoxedDataSet tuning,
            BoxedDataSet evaluation,
            long seed) {

        public Inputs {
            collection = List.copyOf(collection);
            requirePictures(tuning);
            requirePictures(evaluation);
            Set<Path> both = new HashSet<>(tuning.files());
            both.retainAll(evaluation.files());
            if (!both.isEmpty()) {
                throw new IllegalArgumentException("expected no picture in both data sets, got " + both);
            }
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
    public Section tune(Inputs inputs) {
        try (ViewReader reader = readers.apply(inputs.encoder())) {
            DotCollection collection = DotCollection.of(inputs.collection(), reader);
            JudgedDots tuning = dots(inputs, inputs.tuning(), collection, reader);
            JudgedDots evaluation = dots(inputs, inputs.evaluation(), collection, reader);
            return new DotGateReport(inputs, tuning, evaluation).section();
        }
    }

    private JudgedDots dots(Inputs inputs, BoxedDataSet dataSet, DotCollection collection, ViewReader reader) {
        var found = detections.detect(inputs.detector(), inputs.detector().serving(), dataSet.files());
        List<SearchablePicture> pictures =
                SearchablePictures.of(dataSet, found, reader).pictures();
        List<JudgedDot> dots = new ArrayList<>();
        for (int i = 0; i < pictures.size(); i++) {
            SearchablePicture picture = pictures.get(i);
            List<DetectedObject> detected = found.get(i).objects();
            MatchedBoxes matched = new BoxMatching(OVERLAP)
                    .matchNamed(
                            detected,
                            picture.picture().objects(),
                            dataSet.judgeable(inputs.detector().labels()));
            for (int box = 0; box < detected.size(); box++) {
                boolean right = matched.right().contains(detected.get(box));
                if (right || matched.wrong().contains(detected.get(box))) {
                    var view = picture.detectedBoxes().get(box);
                    dots.add(new JudgedDot(i, collection.signals(view.embedding(), sources(picture)), right));
                }
            }
        }
        return new JudgedDots(pictures.size(), dots);
    }

    private static Set<String> sources(SearchablePicture picture) {
        return picture.picture().objects().stream()
                .map(TrueObject::source)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
