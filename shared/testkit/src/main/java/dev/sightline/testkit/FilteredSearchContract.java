package dev.sightline.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sightline.events.AnalyzedObject;
import dev.sightline.index.ImageIndex;
import dev.sightline.index.IndexedImage;
import dev.sightline.index.Neighbor;
import dev.sightline.index.ObjectNeighbor;
import dev.sightline.index.SearchFilter;
import dev.sightline.index.SearchView;
import dev.sightline.index.StoredObject;
import dev.sightline.index.VisualSearch;
import dev.sightline.index.VisualSearcher;
import dev.sightline.visual.DetectedObject;
import dev.sightline.visual.Embedding;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.HammingDistance;
import dev.sightline.visual.ImageCollection;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.Label;
import dev.sightline.visual.ModelSetId;
import dev.sightline.visual.NormalizedBox;
import dev.sightline.visual.ObjectId;
import dev.sightline.visual.SalientColor;
import dev.sightline.visual.SightlineException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** How every {@link SearchView} finds objects, and finds images and objects through a {@link SearchFilter}. */
public abstract class FilteredSearchContract {

    private static final int IMAGES = 60;
    private static final double COSINE_TOLERANCE = 1e-6;
    private static final Embedding QUERY = Fixtures.anEmbedding(100);

    /** The index under test, empty at the start of a test; the same one throughout a test. */
    protected abstract ImageIndex index();

    /** Reads the index under test. */
    protected abstract VisualSearcher searcher();

    /** Makes everything written so far visible to searches. */
    protected abstract void catchUp();

    private SearchView view() {
        return searcher().open();
    }

    @Test
    void nearestObjects_orderByCosineAndNameBothDistances() {
        write(LongStream.rangeClosed(1, 15)
                .mapToObj(seed -> image(seed, object("lamp", seed), object("chair", seed + 1000)))
                .toArray(IndexedImage[]::new));

        List<ObjectNeighbor> near = view().nearestObjects(search(30, 1, SearchFilter.NONE));

        List<Long> expected = LongStream.rangeClosed(1, 15)
                .boxed()
                .flatMap(seed -> Stream.of(seed, seed + 1000))
                .sorted(Comparator.comparingDouble(seed -> -cosine(seed)))
                .toList();
        assertThat(near).hasSize(30);
        for (int i = 0; i < expected.size(); i++) {
            long seed = expected.get(i);
            int distance = HammingDistance.between(
                    QUERY.binary(), Fixtures.anEmbedding(seed).binary());
            assertThat(near.get(i).object()).isEqualTo(stored(seed));
            assertThat(near.get(i).hammingDistance()).isEqualTo(distance);
            assertThat(near.get(i).hammingFraction()).isEqualTo((double) distance / Fixtures.DIMENSIONS);
            assertThat(near.get(i).cosine()).isCloseTo(cosine(seed), within(COSINE_TOLERANCE));
        }
    }

    private static StoredObject stored(long seed) {
        return seed > 1000
                ? new StoredObject(new ObjectId(Fixtures.aSignature(seed - 1000), 1), box("chair"), labels("of a crop"))
                : new StoredObject(new ObjectId(Fixtures.aSignature(seed), 0), box("lamp"), labels("of a crop"));
    }

    @Test
    void nearestObjects_withTiedDistances_orderByIdWithOrdinalsAsNumbers() {
        write(
                image(1, IntStream.range(0, 11).mapToObj(i -> object("lamp", 7)).toArray(AnalyzedObject[]::new)),
                image(2, object("lamp", 7)));

        List<ObjectId> ids = ids(view().nearestObjects(search(12, 1, SearchFilter.NONE)));

        assertThat(ids).hasSize(12);
        assertThat(ids)
                .isSortedAccordingTo(Comparator.comparing(ObjectId::signature).thenComparingInt(ObjectId::index));
    }

    @Test
    void nearestObjects_leaveOutThoseOfExcludedImagesAndFillUp() {
        write(image(1, object("lamp", 100), object("lamp", 101)), image(2, object("lamp", 5)));
        VisualSearch search = new VisualSearch(QUERY, modelSet(), 1, 1, Set.of(Fixtures.aSignature(1)));

        assertThat(ids(view().nearestObjects(search))).containsExactly(new ObjectId(Fixtures.aSignature(2), 0));
    }

    @Test
    void nearestObjects_ofReplacedAndDeletedImages_areGone() {
        write(image(1, object("lamp", 1), object("lamp", 2)), image(2, object("lamp", 3)));
        write(image(1, object("lamp", 4)));
        index().delete(Set.of(Fixtures.aSignature(2)));
        catchUp();

        assertThat(ids(view().nearestObjects(search(10, 1, SearchFilter.NONE))))
                .containsExactly(new ObjectId(Fixtures.aSignature(1), 0));
    }

    @Test
    void nearestObjects_ofAnotherModelSet_areRefused() {
        write(image(1, object("lamp", 1)));
        VisualSearch search = new VisualSearch(QUERY, Fixtures.aModelSet("2").id(), 1, 1, Set.of());

        SightlineException refusal =
                Assertions.catchThrowableOfType(SightlineException.class, () -> view().nearestObjects(search));

        assertThat(refusal.code()).isEqualTo(ErrorCode.MODEL_SET_MISMATCH);
    }

    @Test
    void nearest_filterThatMatchesTheFarthestOnly_findsThem() {
        List<Long> farthest = fillWithRareOnesFarAway();

        SearchFilter rare = new SearchFilter(Set.of("rare"), null);

        assertThat(signatures(view().nearest(search(3, 1, rare)))).containsExactlyElementsOf(ofSeeds(farthest));
        assertThat(signatures(view().nearest(search(10, 1, rare)))).containsExactlyElementsOf(ofSeeds(farthest));
        assertThat(signatures(view().nearest(search(1, 3, rare))))
                .containsExactlyElementsOf(ofSeeds(farthest.subList(0, 1)));
    }

    @Test
    void nearestObjects_filterThatMatchesTheFarthestOnly_findsThem() {
        List<Long> farthest = fillWithRareOnesFarAway();

        for (SearchFilter filter : List.of(
                new SearchFilter(Set.of("rare crop"), null),
                new SearchFilter(Set.of(), "rare thing"),
                new SearchFilter(Set.of("rare crop"), "rare thing"))) {
            List<ObjectNeighbor> near = view().nearestObjects(search(10, 1, filter));

            assertThat(near)
                    .extracting(neighbor -> neighbor.object().id().signature())
                    .containsExactlyElementsOf(ofSeeds(farthest));
        }
    }

    /** Seeds of the three images whose embeddings are farthest from the query, nearest first; they alone are rare. */
    private List<Long> fillWithRareOnesFarAway() {
        List<Long> byCosine = LongStream.rangeClosed(1, IMAGES)
                .boxed()
                .sorted(Comparator.comparingDouble(seed -> -cosine(seed)))
                .toList();
        List<Long> farthest = byCosine.subList(IMAGES - 3, IMAGES);
        write(byCosine.stream()
                .map(seed -> farthest.contains(seed)
                        ? image(seed, labels("common", "rare"), object("rare thing", seed, "rare crop"))
                        : image(seed, labels("common"), object("thing", seed, "crop")))
                .toArray(IndexedImage[]::new));
        return farthest;
    }

    @Test
    void nearest_filterOfSeveralLabels_asksForAllOfThem() {
        write(
                image(1, labels("red", "chair"), object("thing", 1)),
                image(2, labels("red"), object("thing", 2, "chair")),
                image(3, labels("red chair"), object("thing", 3)),
                image(4, labels("chair", "wood", "red"), object("thing", 4)));

        assertThat(signatures(view().nearest(search(10, 1, new SearchFilter(Set.of("red", "chair"), null)))))
                .containsExactlyInAnyOrder(Fixtures.aSignature(1), Fixtures.aSignature(4));
    }

    @Test
    void nearest_filterOfACategory_asksForOneObjectOfIt() {
        write(
                image(1, labels("chair"), object("lamp", 1)),
                image(2, labels("x"), object("lamp", 2), object("chair", 3)),
                image(3, labels("x")),
                image(4, labels("x"), object("armchair", 4)));

        assertThat(signatures(view().nearest(search(10, 1, new SearchFilter(Set.of(), "chair")))))
                .containsExactly(Fixtures.aSignature(2));
        assertThat(view().nearest(search(10, 1, new SearchFilter(Set.of("chair"), "chair"))))
                .isEmpty();
    }

    @Test
    void nearest_filterOfAColor_asksForOneOfTheImagesColors() {
        write(
                colored(1, object("lamp", 1), "red", "blue"),
                colored(2, object("lamp", 2), "orange"),
                colored(3, object("lamp", 3), "blue"));
        SearchFilter blue = new SearchFilter(Set.of(), null, "blue");

        assertThat(signatures(view().nearest(search(10, 1, blue))))
                .containsExactlyInAnyOrder(Fixtures.aSignature(1), Fixtures.aSignature(3));
        assertThat(view().nearest(search(10, 1, new SearchFilter(Set.of("x"), null, "blue"))))
                .isEmpty();
        assertThat(view().nearestObjects(search(10, 1, blue))).isEmpty();
    }

    /** Of an image with two keys one is enough. */
    @Test
    void nearest_filterOfACollection_asksForAKeyOfIt() {
        write(kept(1, "collections/spring/a.png", "b.png"), kept(2, "collections/autumn/a.png"), kept(3, "c.png"));

        for (var expected : Map.of("spring", List.of(1), "default", List.of(1, 3), "winter", List.<Integer>of())
                .entrySet()) {
            SearchFilter filter = new SearchFilter(Set.of(), null, null, new ImageCollection(expected.getKey()));
            List<ImageSignature> wanted =
                    expected.getValue().stream().map(Fixtures::aSignature).toList();

            assertThat(signatures(view().nearest(search(10, 1, filter))))
                    .as(expected.getKey())
                    .containsExactlyInAnyOrderElementsOf(wanted);
            assertThat(view().nearestObjects(search(10, 1, filter)))
                    .extracting(near -> near.object().id().signature())
                    .containsExactlyInAnyOrderElementsOf(wanted);
        }
    }

    private static IndexedImage kept(long seed, String... keys) {
        IndexedImage image = image(seed, object("lamp", seed));
        return new IndexedImage(image.features(), List.of(keys), image.indexedAt());
    }

    @Test
    void nearestObjects_filter_asksTheObjectItself() {
        write(image(1, labels("red"), object("chair", 1), object("lamp", 2, "red")), image(2, object("chair", 3)));

        assertThat(ids(view().nearestObjects(search(10, 1, new SearchFilter(Set.of("red"), null)))))
                .containsExactly(new ObjectId(Fixtures.aSignature(1), 1));
        assertThat(view().nearestObjects(search(10, 1, new SearchFilter(Set.of("red"), "chair"))))
                .isEmpty();
    }

    @Test
    void filter_andExclusionTogether_bothCount() {
        write(
                image(1, labels("red"), object("chair", 1)),
                image(2, labels("red"), object("chair", 2)),
                image(3, labels("blue"), object("lamp", 3)));
        Set<ImageSignature> first = Set.of(Fixtures.aSignature(1));

        assertThat(signatures(view().nearest(new VisualSearch(
                        QUERY, modelSet(), 10, 1, first, new SearchFilter(Set.of("red"), null)))))
                .containsExactly(Fixtures.aSignature(2));
        assertThat(ids(view().nearestObjects(new VisualSearch(
                        QUERY, modelSet(), 10, 1, first, new SearchFilter(Set.of(), "chair")))))
                .containsExactly(new ObjectId(Fixtures.aSignature(2), 0));
    }

    private void write(IndexedImage... images) {
        assertThat(index().write(List.of(images))).isEmpty();
        catchUp();
    }

    private static VisualSearch search(int limit, int oversample, SearchFilter filter) {
        return new VisualSearch(QUERY, modelSet(), limit, oversample, Set.of(), filter);
    }

    private static ModelSetId modelSet() {
        return Fixtures.aModelSet().id();
    }

    private static IndexedImage image(long seed, AnalyzedObject... objects) {
        return image(seed, labels("of the whole"), objects);
    }

    private static IndexedImage image(long seed, List<Label> labels, AnalyzedObject... objects) {
        return new IndexedImage(
                Fixtures.aFeatureRecord()
                        .withSignature(Fixtures.aSignature(seed))
                        .withEmbedding(Fixtures.anEmbedding(seed))
                        .withLabels(labels.toArray(Label[]::new))
                        .withObjects(objects)
                        .build(),
                List.of("a.jpg"),
                Fixtures.NOW);
    }

    private static IndexedImage colored(long seed, AnalyzedObject object, String... colors) {
        return new IndexedImage(
                Fixtures.aFeatureRecord()
                        .withSignature(Fixtures.aSignature(seed))
                        .withEmbedding(Fixtures.anEmbedding(seed))
                        .withObjects(object)
                        .withColors(Stream.of(colors)
                                .map(name -> new SalientColor(name, 50, 0, 0, 0.25))
                                .toArray(SalientColor[]::new))
                        .build(),
                List.of("a.jpg"),
                Fixtures.NOW);
    }

    private static AnalyzedObject object(String category, long seed) {
        return object(category, seed, "of a crop");
    }

    private static AnalyzedObject object(String category, long seed, String label) {
        return new AnalyzedObject(box(category), Fixtures.anEmbedding(seed), labels(label));
    }

    private static DetectedObject box(String category) {
        return new DetectedObject(category, 0.75, new NormalizedBox(0.1, 0.2, 0.3, 0.4));
    }

    private static List<Label> labels(String... names) {
        return Stream.of(names).map(name -> new Label(name, 0.5)).toList();
    }

    private static double cosine(long seed) {
        return QUERY.dense().cosine(Fixtures.anEmbedding(seed).dense());
    }

    private static List<ImageSignature> ofSeeds(List<Long> seeds) {
        return seeds.stream().map(Fixtures::aSignature).toList();
    }

    private static List<ImageSignature> signatures(List<Neighbor> neighbors) {
        return neighbors.stream().map(neighbor -> neighbor.image().signature()).toList();
    }

    private static List<ObjectId> ids(List<ObjectNeighbor> neighbors) {
        return neighbors.stream().map(neighbor -> neighbor.object().id()).toList();
    }
}
