package dev.sightline.lab.objects;

import static dev.sightline.lab.objects.ScenePictures.BLUE;
import static dev.sightline.lab.objects.ScenePictures.DARK_RED;
import static dev.sightline.lab.objects.ScenePictures.GREEN;
import static dev.sightline.lab.objects.ScenePictures.LEFT;
import static dev.sightline.lab.objects.ScenePictures.RED;
import static dev.sightline.lab.objects.ScenePictures.RIGHT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import dev.sightline.inference.DetectionLimits;
import dev.sightline.lab.detection.BoxedDataSet;
import dev.sightline.lab.detection.FakeDetector;
import dev.sightline.lab.detection.TrueObject;
import dev.sightline.lab.report.Gallery.Verdict;
import dev.sightline.lab.report.Section;
import dev.sightline.lab.report.Table.Cell;
import dev.sightline.policy.StandardPolicy;
import dev.sightline.visual.DetectedObject;
import dev.sightline.visual.NormalizedBox;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three pictures. The first shows a red apple beside blue, the second a dark red one beside green, the third is a red wall. As a whole
 * the wall is nearest to an apple's crop; by objects the other apple is, since the detector finds nothing in the wall.
 */
class ObjectSearchComparisonTest {

    @TempDir
    private Path folder;

    private final FakeEmbedder embedder = new FakeEmbedder();
    private ScenePictures pictures;
    private SearchablePictures index;
    private SceneSearch scenes;
    private ObjectSearchComparison.Inputs inputs;

    @BeforeEach
    void writePictures() throws IOException {
        pictures = new ScenePictures(folder);
        var dataSet = new BoxedDataSet(
                "toy scenes",
                Set.of("apple", "wall"),
                List.of(
                        pictures.scene(20, RED, BLUE, apple("fruit/1.png")),
                        pictures.scene(22, DARK_RED, GREEN, apple("fruit/1.png")),
                        pictures.scene(24, RED, RED, TrueObject.of("wall", NormalizedBox.FULL))));
        var detector = new FakeDetector(Map.of(20, List.of(found(LEFT), found(RIGHT)), 22, List.of(found(LEFT))))
                .candidate("net", Set.of("apple"));
        inputs = new ObjectSearchComparison.Inputs(detector, embedder.encoder(), dataSet, 5);
        var found = pictures.detections().detect(detector, DetectionLimits.DEFAULT, dataSet.files());
        try (ViewReader reader = pictures.reader(embedder.encoder())) {
            index = SearchablePictures.of(dataSet, found, reader);
        }
        scenes = new SceneSearch(
                new DetectedPictures(dataSet, found, index),
                StandardPolicy.policy().objects());
    }

    @Test
    void queries_areObjectsThatAnotherPictureShowsToo() {
        assertThat(index.queries(Answers.OTHER_PICTURES, 100, 1))
                .extracting(ObjectQuery::picture)
                .containsExactly(0, 1);
        assertThat(index.queries(Answers.OTHER_SOURCES, 100, 1)).isEmpty();
        assertThat(index.queries(Answers.OTHER_PICTURES, 1, 1)).hasSize(1);
    }

    @Test
    void nearest_byDetectedObjects_ranksPicturesByTheirBestBox() {
        ObjectQuery query = index.queries(Answers.OTHER_PICTURES, 100, 1).getLast();
        assertThat(search(SearchedViews.DETECTED).nearest(query))
                .extracting(FoundPicture::picture, FoundPicture::box)
                .containsExactly(tuple(0, LEFT));
    }

    @Test
    void nearest_byWholePictures_findsTheWallFirst() {
        ObjectQuery query = index.queries(Answers.OTHER_PICTURES, 100, 1).getFirst();
        assertThat(search(SearchedViews.WHOLE).nearest(query))
                .extracting(FoundPicture::picture)
                .containsExactly(2, 1);
    }

    /** By objects one of one answer is relevant, which is one of five and one of ten; so is one of two by whole pictures. */
    @Test
    void compare_precision_isThatByHand() {
        var precision = compare().tables().getFirst();
        assertThat(precision.name()).isEqualTo("p8-precision");
        assertThat(precision.rows())
                .filteredOn(row -> row.getFirst().equals(new Cell.Text("other pictures")))
                .hasSize(6)
                .allSatisfy(row -> {
                    assertThat(row.get(3)).isEqualTo(new Cell.Count(2));
                    assertThat(value(row.get(4))).isEqualTo(0.2);
                    assertThat(value(row.get(5))).isEqualTo(0.1);
                });
        assertThat(precision.rows())
                .filteredOn(row -> row.getFirst().equals(new Cell.Text("other cut-outs")))
                .hasSize(6)
                .allSatisfy(row -> assertThat(row.get(4)).isInstanceOf(Cell.Missing.class));
    }

    @Test
    void compare_summary_namesDataModelsAndTheVerdict() {
        assertThat(compare().summary())
                .isEqualTo(
                        "Measured on toy scenes (3 pictures, 3 detected objects, none in 1 pictures) with net and colour; seed 5,"
                                + " intervals from 1000 resamplings of the pictures. Neither finds more: at 10 results by cosine Object"
                                + " Search has 0.000 (0.000 to 0.000) more precision, which includes zero. With a detector without mistakes"
                                + " it would be 0.000 (0.000 to 0.000).");
    }

    /** The wall has no object to ask with; each other picture finds the other apple and the wall, one of which shows an apple. */
    @Test
    void scores_ofScenes_areTheSharesOfKindsThatResultsShow() {
        SceneSearch.Scores scores = scenes.scores(Answers.OTHER_PICTURES);
        assertThat(scores.objects()).containsExactly(new QueryScore(0, 0.2, 0.1), new QueryScore(1, 0.2, 0.1));
        assertThat(scores.whole()).isEqualTo(scores.objects());
        assertThat(scores.gain()).containsExactly(new QueryScore(0, 0, 0), new QueryScore(1, 0, 0));
        assertThat(scenes.objectsPerQuery()).isEqualTo(1.5);
    }

    @Test
    void scores_ofScenes_withoutTheirCutOuts_findNoApple() {
        assertThat(scenes.scores(Answers.OTHER_SOURCES).objects())
                .containsExactly(new QueryScore(0, 0, 0), new QueryScore(1, 0, 0));
    }

    @Test
    void mean_ofScores_weighsEachQueryByItsPicture() {
        var scores = List.of(new QueryScore(0, 1, 0.5), new QueryScore(0, 0.5, 0.5), new QueryScore(1, 0, 0));
        assertThat(QueryScore.mean(scores, QueryScore::atFive, new int[] {1, 1}))
                .hasValue(0.5);
        assertThat(QueryScore.mean(scores, QueryScore::atFive, new int[] {2, 0}))
                .hasValue(0.75);
        assertThat(QueryScore.mean(scores, QueryScore::atFive, new int[] {0, 0}))
                .isEmpty();
    }

    /** The wall stands in for a relevant picture, so that the two ways differ. */
    @Test
    void galleries_showQueriesWithTheirAnswers() {
        ObjectQuery query = index.queries(Answers.OTHER_PICTURES, 100, 1).getFirst();
        var better = new ScoredSearch(
                search(SearchedViews.DETECTED),
                Answers.OTHER_PICTURES,
                List.of(query),
                List.of(new QueryScore(0, 1, 1)));
        var worse = new ScoredSearch(
                search(SearchedViews.WHOLE), Answers.OTHER_PICTURES, List.of(query), List.of(new QueryScore(0, 0, 0)));
        var galleries = new ObjectSearchGallery(index, better, worse).galleries();
        assertThat(galleries.getLast().rows()).isEmpty();
        var rows = galleries.getFirst().rows();
        assertThat(rows)
                .extracting(row -> row.query().caption())
                .containsExactly("apple, in detected objects", "apple, in whole pictures");
        assertThat(rows.getLast().results())
                .extracting(result -> result.verdict())
                .containsExactly(Verdict.WRONG, Verdict.RIGHT);
    }

    @Test
    void inputs_ofOnePicture_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ObjectSearchComparison.Inputs(
                        inputs.detector(), inputs.encoder(), inputs.dataSet().select("one", List.of(0)), 1))
                .withMessage("expected at least two pictures in one, got 1");
    }

    private PictureSearch search(SearchedViews views) {
        return new PictureSearch(index.pictures(), views, VectorDistance.COSINE);
    }

    private Section compare() {
        return new ObjectSearchComparison(pictures.detections(), pictures::reader).compare(inputs);
    }

    private static TrueObject apple(String source) {
        return new TrueObject("apple", LEFT, false, source);
    }

    private static DetectedObject found(NormalizedBox box) {
        return new DetectedObject("apple", 0.9, box);
    }

    private static double value(Cell cell) {
        return ((Cell.Estimate) cell).interval().value();
    }
}
