package dev.sightline.lab.objects;

import dev.sightline.lab.detection.BoxedDataSet;
import dev.sightline.lab.detection.DetectorCandidate;
import dev.sightline.lab.detection.PictureDetections;
import dev.sightline.lab.report.Section;
import dev.sightline.policy.StandardPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Protocol P8: Object Search against whole-picture search, on the same queries.
 *
 * <p>A query is the crop of a true object; relevant is every other picture that shows an object of its category. Object Search ranks
 * pictures as {@link dev.sightline.visual.ObjectMatchRule} does, by their best detected box; whole-picture search by the picture's own
 * embedding; both exactly. Whole pictures are queries too: see {@link SceneSearch}. Not thread-safe.
 *
 * <p>Paper: Object Search returns the whole images that hold a similar object. Differs: an exact scan instead of an index.
 */
public final class ObjectSearchComparison {

    /** Queries are drawn from more than these. */
    static final int MAX_QUERIES = 400;

    static final int RESAMPLES = 1000;

    /**
     * What to compare on. Objects are indexed under the limits under which {@code detector} is deployed.
     *
     * @throws IllegalArgumentException if there are fewer than two pictures
     */
    public record Inputs(DetectorCandidate detector, ViewEncoder encoder, BoxedDataSet dataSet, long seed) {

        public Inputs {
            int pictures = dataSet.pictures().size();
            if (pictures < 2) {
                throw new IllegalArgumentException(
                        "expected at least two pictures in %s, got %d".formatted(dataSet.name(), pictures));
            }
        }
    }

    private final PictureDetections detections;
    private final Function<ViewEncoder, ViewReader> readers;

    /** {@code readers} opens a reader for an encoder; it is closed here. */
    public ObjectSearchComparison(PictureDetections detections, Function<ViewEncoder, ViewReader> readers) {
        this.detections = detections;
        this.readers = readers;
    }

    /** Detects, embeds and searches, or reads what was computed before. */
    public Section compare(Inputs inputs) {
        DetectedPictures detected = detected(inputs);
        SearchablePictures index = detected.searchable();
        List<ScoredSearch> searches = new ArrayList<>();
        for (Answers answers : Answers.values()) {
            List<ObjectQuery> queries = index.queries(answers, MAX_QUERIES, inputs.seed());
            for (VectorDistance distance : VectorDistance.values()) {
                for (SearchedViews views : SearchedViews.values()) {
                    searches.add(
                            ScoredSearch.of(new PictureSearch(index.pictures(), views, distance), answers, queries));
                }
            }
        }
        var scenes = new SceneSearch(detected, StandardPolicy.policy().objects());
        return new ObjectSearchReport(inputs, index, searches, scenes).section();
    }

    private DetectedPictures detected(Inputs inputs) {
        BoxedDataSet dataSet = inputs.dataSet();
        var found = detections.detect(inputs.detector(), inputs.detector().serving(), dataSet.files());
        try (ViewReader reader = readers.apply(inputs.encoder())) {
            return new DetectedPictures(dataSet, found, SearchablePictures.of(dataSet, found, reader));
        }
    }
}
