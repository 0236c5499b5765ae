package dev.sightline.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sightline.events.AnalyzedObject;
import dev.sightline.events.FeatureRecord;
import dev.sightline.index.ImageIndex;
import dev.sightline.index.IndexedImage;
import dev.sightline.index.Neighbor;
import dev.sightline.index.SearchView;
import dev.sightline.index.StoredImage;
import dev.sightline.index.StoredObject;
import dev.sightline.index.VisualSearch;
import dev.sightline.index.VisualSearcher;
import dev.sightline.visual.Binarizer;
import dev.sightline.visual.DenseEmbedding;
import dev.sightline.visual.DetectedObject;
import dev.sightline.visual.Embedding;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.HammingDistance;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.ModelSet;
import dev.sightline.visual.NormalizedBox;
import dev.sightline.visual.ObjectId;
import dev.sightline.visual.SalientColor;
import dev.sightline.visual.SightlineException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** What every {@link ImageIndex} does, as a {@link VisualSearcher} of the same index sees it. */
public abstract class VisualIndexContract {

    private static final double COSINE_TOLERANCE = 1e-6;
    private static final Embedding QUERY = Fixtures.anEmbedding(100);

    /** The index under test, empty at the start of a test; the same one throughout a test. */
    protected abstract ImageIndex index();

    /** Reads the index under test. */
    protected abstract VisualSearcher searcher();

    private SearchView view() {
        return searcher().open();
    }

    /** Makes everything written so far visible to searches. */
    protected abstract void catchUp();

    @Test
    void search_ofIndexWithoutImages_isEmpty() {
        assertThat(view().modelSet()).isEmpty();
        assertThat(view().nearest(search(10, 10))).isEmpty();
        assertThat(view().nearestObjects(search(10, 10))).isEmpty();
        assertThat(view().images(Set.of(Fixtures.aSignature(1)))).isEmpty();
        assertThat(view().image(Fixtures.aSignature(1))).isEmpty();
        assertThat(view().imageEmbedding(Fixtures.aSignature(1))).isEmpty();
        assertThat(view().objects(Fixtures.aSignature(1))).isEmpty();
        assertThat(view().objectEmbedding(new ObjectId(Fixtures.aSignature(1), 0)))
                .isEmpty();
        assertThat(view().sizes()).isEqualTo(new SearchView.Sizes(0, 0));
        assertThat(index().delete(Set.of(Fixtures.aSignature(1)))).isEmpty();
    }

    @Test
    void write_storesEveryPartOfTheImage() {
        IndexedImage image = image(1, Fixtures.anEmbedding(1), "b b.jpg", "ä/a.jpg");
        write(image);

        FeatureRecord features = image.features();
        assertThat(view().image(image.signature()))
                .contains(new StoredImage(
                        image.signature(),
                        features.analysis().modelSet().id(),
                        List.of("b b.jpg", "ä/a.jpg"),
                        features.analysis().frame(),
                        features.analysis().labels(),
                        features.analysis().colors(),
                        Fixtures.anEmbedding(1).binary(),
                        Fixtures.NOW));
        assertThat(view().imageEmbedding(image.signature())).contains(Fixtures.anEmbedding(1));
        assertThat(view().modelSet()).contains(Fixtures.aModelSet().id());
    }

    @Test
    void write_ofColours_storesThem() {
        SalientColor red = new SalientColor("red", 50.5, 60.25, -3, 0.75);
        SalientColor white = new SalientColor("white", 99, 0, 0, 0.125);
        FeatureRecord features =
                Fixtures.aFeatureRecord().withColors(red, white).build();
        write(new IndexedImage(features, List.of("a.jpg"), Fixtures.NOW));

        assertThat(view().image(features.signature()).orElseThrow().colors()).containsExactly(red, white);
    }

    @Test
    void images_giveThoseThatAreIndexed() {
        write(image(1, Fixtures.anEmbedding(1), "a.jpg"), image(2, Fixtures.anEmbedding(2), "b.jpg"));

        Map<ImageSignature, StoredImage> images =
                view().images(Set.of(Fixtures.aSignature(1), Fixtures.aSignature(2), Fixtures.aSignature(3)));

        assertThat(images).containsOnlyKeys(Fixtures.aSignature(1), Fixtures.aSignature(2));
        images.forEach((signature, image) -> assertThat(view().image(signature)).contains(image));
        assertThat(view().images(Set.of())).isEmpty();
    }

    @Test
    void write_again_replacesTheImage() {
        write(image(1, Fixtures.anEmbedding(1), "a.jpg"));
        IndexedImage again = image(1, Fixtures.anEmbedding(1), "a.jpg", "b.jpg");
        write(again);

        assertThat(view().image(again.signature()).orElseThrow().keys()).containsExactly("a.jpg", "b.jpg");
        assertThat(view().sizes().images()).isOne();
    }

    @Test
    void nearest_ordersByCosineAndNamesBothDistances() {
        IndexedImage[] images = IntStream.rangeClosed(1, 30)
                .mapToObj(i -> image(i, Fixtures.anEmbedding(i), "a.jpg"))
                .toArray(IndexedImage[]::new);
        write(images);

        List<Neighbor> neighbors = view().nearest(search(30, 1));

        List<IndexedImage> expected = Arrays.stream(images)
                .sorted(Comparator.comparingDouble(image -> -cosine(image)))
                .toList();
        assertThat(signatures(neighbors))
                .containsExactlyElementsOf(
                        expected.stream().map(IndexedImage::signature).toList());
        for (int i = 0; i < neighbors.size(); i++) {
            Embedding embedding = expected.get(i).features().analysis().embedding();
            int distance = HammingDistance.between(QUERY.binary(), embedding.binary());
            assertThat(neighbors.get(i).hammingDistance()).isEqualTo(distance);
            assertThat(neighbors.get(i).hammingFraction()).isEqualTo((double) distance / Fixtures.DIMENSIONS);
            assertThat(neighbors.get(i).cosine()).isCloseTo(cosine(expected.get(i)), within(COSINE_TOLERANCE));
        }
    }

    @Test
    void nearest_withFewerImagesThanAsked_givesAll() {
        write(image(1, Fixtures.anEmbedding(1), "a.jpg"));

        assertThat(view().nearest(search(10, 10))).hasSize(1);
    }

    @Test
    void nearest_takesCandidatesByHammingDistanceFirst() {
        // One bit away but of low cosine, against eight bits away with a high one.
        IndexedImage nearByBits = image(1, pointing(vector -> vector[0] = -6), "a.jpg");
        IndexedImage nearByCosine = image(2, pointing(vector -> Arrays.fill(vector, 0, 8, -0.01f)), "b.jpg");
        write(nearByBits, nearByCosine);

        VisualSearch narrow =
                new VisualSearch(pointing(vector -> {}), Fixtures.aModelSet().id(), 1, 1, Set.of());
        VisualSearch wide =
                new VisualSearch(pointing(vector -> {}), Fixtures.aModelSet().id(), 1, 2, Set.of());

        assertThat(signatures(view().nearest(narrow))).containsExactly(nearByBits.signature());
        assertThat(signatures(view().nearest(wide))).containsExactly(nearByCosine.signature());
    }

    @Test
    void nearest_withTiedDistances_ordersBySignature() {
        Embedding same = Fixtures.anEmbedding(7);
        write(image(1, same, "a.jpg"), image(2, same, "b.jpg"), image(3, same, "c.jpg"));

        assertThat(signatures(view().nearest(search(3, 2)))).hasSize(3).isSorted();
    }

    @Test
    void nearest_leavesOutExcludedImagesAndFillsUp() {
        write(image(1, QUERY, "a.jpg"), image(2, Fixtures.anEmbedding(2), "b.jpg"));

        VisualSearch search = new VisualSearch(QUERY, Fixtures.aModelSet().id(), 1, 1, Set.of(Fixtures.aSignature(1)));

        assertThat(signatures(view().nearest(search))).containsExactly(Fixtures.aSignature(2));
    }

    @Test
    void nearest_ofAnotherModelSet_isRefused() {
        write(image(1, QUERY, "a.jpg"));
        VisualSearch search = new VisualSearch(QUERY, Fixtures.aModelSet("2").id(), 1, 1, Set.of());

        SightlineException refusal =
                Assertions.catchThrowableOfType(SightlineException.class, () -> view().nearest(search));

        assertThat(refusal.code()).isEqualTo(ErrorCode.MODEL_SET_MISMATCH);
    }

    @Test
    void write_ofSecondModelSet_isBuiltBesideAndNotServed() {
        write(image(1, QUERY, "a.jpg"));
        ModelSet second = Fixtures.aModelSet("2");
        write(new IndexedImage(
                Fixtures.aFeatureRecord()
                        .withSignature(Fixtures.aSignature(2))
                        .withModelSet(second)
                        .build(),
                List.of("b.jpg"),
                Fixtures.NOW));

        assertThat(view().modelSet()).contains(Fixtures.aModelSet().id());
        assertThat(view().sizes().images()).isOne();
        assertThat(signatures(view().nearest(search(10, 10)))).containsExactly(Fixtures.aSignature(1));
    }

    @Test
    void objects_areGivenSurestFirstWithTheirEmbeddings() {
        AnalyzedObject lamp = object("lamp", 0.25, 5);
        AnalyzedObject chair = object("chair", 0.75, 6);
        write(withObjects(1, lamp, chair));

        ImageSignature image = Fixtures.aSignature(1);
        assertThat(view().objects(image))
                .containsExactly(
                        new StoredObject(new ObjectId(image, 1), chair.object(), chair.labels()),
                        new StoredObject(new ObjectId(image, 0), lamp.object(), lamp.labels()));
        assertThat(view().objectEmbedding(new ObjectId(image, 0))).contains(lamp.embedding());
        assertThat(view().objectEmbedding(new ObjectId(image, 2))).isEmpty();
        assertThat(view().sizes()).isEqualTo(new SearchView.Sizes(1, 2));
    }

    @Test
    void write_withFewerObjects_deletesTheOthers() {
        write(withObjects(1, object("a", 0.9, 1), object("b", 0.8, 2), object("c", 0.7, 3)));
        write(withObjects(1, object("d", 0.6, 4)));

        assertThat(view().objects(Fixtures.aSignature(1)))
                .extracting(stored -> stored.object().category())
                .containsExactly("d");

        write(withObjects(1, object("e", 0.5, 5), object("f", 0.4, 6)));
        write(withObjects(1));

        assertThat(view().objects(Fixtures.aSignature(1))).isEmpty();
        assertThat(view().sizes()).isEqualTo(new SearchView.Sizes(1, 0));
    }

    @Test
    void delete_removesTheImageAndItsObjectsOnly() {
        write(withObjects(1, object("a", 0.9, 1)), withObjects(2, object("b", 0.8, 2)));

        assertThat(index().delete(Set.of(Fixtures.aSignature(1), Fixtures.aSignature(3))))
                .isEmpty();
        catchUp();

        assertThat(view().image(Fixtures.aSignature(1))).isEmpty();
        assertThat(view().objects(Fixtures.aSignature(1))).isEmpty();
        assertThat(view().image(Fixtures.aSignature(2))).isPresent();
        assertThat(view().sizes()).isEqualTo(new SearchView.Sizes(1, 1));
    }

    @Test
    void bulkReads_ofSeveralImages_giveWhatEachReadGives() {
        write(
                withObjects(1, object("a", 0.5, 1), object("b", 0.9, 2)),
                withObjects(2, object("c", 0.7, 3)),
                withObjects(3));
        Set<ImageSignature> asked =
                Set.of(Fixtures.aSignature(1), Fixtures.aSignature(2), Fixtures.aSignature(3), Fixtures.aSignature(4));

        assertThat(view().imageEmbeddings(asked))
                .hasSize(3)
                .allSatisfy((image, embedding) ->
                        assertThat(view().imageEmbedding(image)).contains(embedding));
        assertThat(view().objectsOf(asked))
                .containsOnlyKeys(Fixtures.aSignature(1), Fixtures.aSignature(2))
                .allSatisfy((image, objects) -> assertThat(objects).isEqualTo(view().objects(image)));
        Set<ObjectId> objects = Set.of(objectId(1, 0), objectId(1, 1), objectId(1, 2), objectId(2, 0), objectId(4, 0));
        assertThat(view().objectEmbeddings(objects))
                .hasSize(3)
                .allSatisfy((object, embedding) ->
                        assertThat(view().objectEmbedding(object)).contains(embedding));
        assertThat(view().imageEmbeddings(Set.of())).isEmpty();
        assertThat(view().objectsOf(Set.of())).isEmpty();
        assertThat(view().objectEmbeddings(Set.of())).isEmpty();
    }

    private static ObjectId objectId(long image, int ordinal) {
        return new ObjectId(Fixtures.aSignature(image), ordinal);
    }

    @Test
    void embeddings_ofWhatIsNotYetSearchable_areThoseThatWereWritten() {
        AnalyzedObject lamp = object("lamp", 0.9, 5);
        IndexedImage image = withObjects(1, lamp);
        index().write(List.of(image));

        assertThat(view().imageEmbedding(image.signature()))
                .contains(image.features().analysis().embedding());
        assertThat(view().objectEmbedding(objectId(1, 0))).contains(lamp.embedding());

        index().delete(Set.of(image.signature()));

        assertThat(view().imageEmbedding(image.signature())).isEmpty();
        assertThat(view().objectEmbedding(objectId(1, 0))).isEmpty();
    }

    @Test
    void imageEmbeddings_ofSomeThatAreNotYetSearchable_giveAll() {
        write(image(1, Fixtures.anEmbedding(1), "a.jpg"));
        index().write(List.of(image(2, Fixtures.anEmbedding(2), "b.jpg")));

        assertThat(view().imageEmbeddings(
                                Set.of(Fixtures.aSignature(1), Fixtures.aSignature(2), Fixtures.aSignature(3))))
                .isEqualTo(Map.of(
                        Fixtures.aSignature(1), Fixtures.anEmbedding(1),
                        Fixtures.aSignature(2), Fixtures.anEmbedding(2)));
    }

    @Test
    void delete_rightAfterTheWrite_findsWhatIsNotYetSearchable() {
        index().write(List.of(withObjects(1, object("a", 0.9, 1))));
        index().delete(Set.of(Fixtures.aSignature(1)));
        catchUp();

        assertThat(view().sizes()).isEqualTo(new SearchView.Sizes(0, 0));
    }

    private void write(IndexedImage... images) {
        assertThat(index().write(List.of(images))).isEmpty();
        catchUp();
    }

    private static VisualSearch search(int limit, int oversample) {
        return new VisualSearch(QUERY, Fixtures.aModelSet().id(), limit, oversample, Set.of());
    }

    private static IndexedImage image(long seed, Embedding embedding, String... keys) {
        FeatureRecord features = Fixtures.aFeatureRecord()
                .withSignature(Fixtures.aSignature(seed))
                .withEmbedding(embedding)
                .withObjects()
                .build();
        return new IndexedImage(features, List.of(keys), Fixtures.NOW);
    }

    private static IndexedImage withObjects(long seed, AnalyzedObject... objects) {
        FeatureRecord features = Fixtures.aFeatureRecord()
                .withSignature(Fixtures.aSignature(seed))
                .withEmbedding(Fixtures.anEmbedding(seed))
                .withObjects(objects)
                .build();
        return new IndexedImage(features, List.of("a.jpg"), Fixtures.NOW);
    }

    private static AnalyzedObject object(String category, double confidence, long seed) {
        NormalizedBox box = new NormalizedBox(0.1, 0.2, 0.3, 0.4);
        return new AnalyzedObject(new DetectedObject(category, confidence, box), Fixtures.anEmbedding(seed));
    }

    /** The embedding of a vector of ones, changed. */
    private static Embedding pointing(Consumer<float[]> change) {
        float[] vector = new float[Fixtures.DIMENSIONS];
        Arrays.fill(vector, 1);
        change.accept(vector);
        return new Embedding(
                DenseEmbedding.normalized(vector),
                Binarizer.zero(Fixtures.DIMENSIONS).binarize(vector));
    }

    private static double cosine(IndexedImage image) {
        return QUERY.dense().cosine(image.features().analysis().embedding().dense());
    }

    private static List<ImageSignature> signatures(List<Neighbor> neighbors) {
        return neighbors.stream().map(neighbor -> neighbor.image().signature()).toList();
    }
}
