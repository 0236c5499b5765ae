package dev.sightline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.events.AnalyzedObject;
import dev.sightline.index.ImageIndex;
import dev.sightline.index.IndexedImage;
import dev.sightline.index.SearchFilter;
import dev.sightline.index.SearchView;
import dev.sightline.index.StoredImage;
import dev.sightline.index.TextSearch;
import dev.sightline.index.VisualSearch;
import dev.sightline.index.VisualSearcher;
import dev.sightline.visual.AccessScope;
import dev.sightline.visual.DetectedObject;
import dev.sightline.visual.Embedding;
import dev.sightline.visual.ImageCollection;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.Label;
import dev.sightline.visual.NormalizedBox;
import dev.sightline.visual.ObjectId;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link SearchView} shows to somebody who may see one collection: that, and no trace of others. */
public abstract class ScopedSearchContract {

    private static final Embedding QUERY = Fixtures.anEmbedding(100);
    private static final long SPRING = 1;
    private static final long AUTUMN = 2;
    private static final long BOTH = 3;
    private static final long OPEN = 4;

    /** The index under test, empty at the start of a test; the same one throughout a test. */
    protected abstract ImageIndex index();

    /** Reads the index under test. */
    protected abstract VisualSearcher searcher();

    /** Makes everything written so far visible to searches. */
    protected abstract void catchUp();

    @BeforeEach
    void write() {
        write(
                image(SPRING, "collections/spring/a.jpg"),
                image(AUTUMN, "collections/autumn/b.jpg"),
                image(BOTH, "collections/spring/c.jpg", "collections/autumn/d.jpg", "e.jpg"),
                image(OPEN, "f.jpg"));
    }

    @Test
    void searches_ofEveryKind_findTheCollectionOnly() {
        SearchView view = view("spring");

        assertThat(view.nearest(search(10)).stream().map(near -> near.image().signature()))
                .containsExactlyInAnyOrderElementsOf(ofSeeds(SPRING, BOTH));
        assertThat(view.nearestObjects(search(10)).stream()
                        .map(near -> near.object().id().signature()))
                .containsExactlyInAnyOrderElementsOf(ofSeeds(SPRING, BOTH));
        assertThat(view.matching(words("chair")).stream()
                        .map(match -> match.image().signature()))
                .containsExactlyInAnyOrderElementsOf(ofSeeds(SPRING, BOTH));
    }

    @Test
    void view_ofTheDefaultCollection_isWhatLiesInNoOther() {
        SearchView view = searcher().open(AccessScope.of(ImageCollection.DEFAULT));

        assertThat(view.images(all()).keySet()).containsExactlyInAnyOrderElementsOf(ofSeeds(BOTH, OPEN));
    }

    @Test
    void view_ofAll_isTheViewWithoutAScope() {
        assertThat(searcher().open(AccessScope.ALL).images(all()))
                .isEqualTo(searcher().open().images(all()))
                .hasSize(4);
    }

    /** However many others are nearer: the scope is no sieve behind the search. */
    @Test
    void nearest_withManyNearerOnesOutside_findsThoseInside() {
        write(LongStream.range(200, 260)
                .mapToObj(seed -> new IndexedImage(
                        Fixtures.aFeatureRecord()
                                .withSignature(Fixtures.aSignature(seed))
                                .withEmbedding(QUERY)
                                .build(),
                        List.of("collections/autumn/%d.jpg".formatted(seed)),
                        Fixtures.NOW))
                .toArray(IndexedImage[]::new));

        assertThat(view("spring").nearest(search(2)).stream()
                        .map(near -> near.image().signature()))
                .containsExactlyInAnyOrderElementsOf(ofSeeds(SPRING, BOTH));
    }

    @Test
    void image_inSeveralCollections_showsTheKeysOfOne() {
        StoredImage image = view("spring").image(Fixtures.aSignature(BOTH)).orElseThrow();

        assertThat(image.keys()).containsExactly("collections/spring/c.jpg");
        assertThat(image.texts()).isEmpty();
        assertThat(view("spring").nearest(search(10)).toString()).doesNotContain("autumn", "e.jpg");
        assertThat(view("spring").matching(words("chair")).toString()).doesNotContain("autumn", "e.jpg");
    }

    @Test
    void documents_ofOthers_areNotThere() {
        SearchView view = view("spring");

        for (ImageSignature other : ofSeeds(AUTUMN, OPEN)) {
            assertThat(view.image(other)).isEmpty();
            assertThat(view.images(Set.of(other))).isEmpty();
            assertThat(view.imageEmbedding(other)).isEmpty();
            assertThat(view.imageEmbeddings(Set.of(other))).isEmpty();
            assertThat(view.objects(other)).isEmpty();
            assertThat(view.objectsOf(Set.of(other))).isEmpty();
            assertThat(view.objectEmbedding(new ObjectId(other, 0))).isEmpty();
        }
        assertThat(view.imageEmbedding(Fixtures.aSignature(SPRING))).isPresent();
        assertThat(view.objectEmbedding(new ObjectId(Fixtures.aSignature(SPRING), 0)))
                .isPresent();
        assertThat(view.objects(Fixtures.aSignature(SPRING))).hasSize(1);
    }

    @Test
    void sizes_always_countTheCollection() {
        assertThat(view("spring").sizes()).isEqualTo(new SearchView.Sizes(2, 2));
        assertThat(view("winter").sizes()).isEqualTo(new SearchView.Sizes(0, 0));
    }

    @Test
    void image_thatLeftACollection_isThereNoMore() {
        write(image(SPRING, "collections/autumn/a.jpg"));

        assertThat(view("spring").nearestObjects(search(10)).stream()
                        .map(near -> near.object().id().signature()))
                .containsExactly(Fixtures.aSignature(BOTH));
        assertThat(view("spring").image(Fixtures.aSignature(SPRING))).isEmpty();
    }

    private SearchView view(String collection) {
        return searcher().open(AccessScope.of(new ImageCollection(collection)));
    }

    private void write(IndexedImage... images) {
        assertThat(index().write(List.of(images))).isEmpty();
        catchUp();
    }

    private static IndexedImage image(long seed, String... keys) {
        return new IndexedImage(
                Fixtures.aFeatureRecord()
                        .withSignature(Fixtures.aSignature(seed))
                        .withEmbedding(Fixtures.anEmbedding(seed))
                        .withLabels(new Label("chair", 0.9))
                        .withObjects(new AnalyzedObject(
                                new DetectedObject("chair", 0.75, new NormalizedBox(0.1, 0.2, 0.3, 0.4)),
                                Fixtures.anEmbedding(seed + 50),
                                List.of(new Label("chair", 0.5))))
                        .build(),
                List.of(keys),
                Fixtures.NOW);
    }

    private static VisualSearch search(int limit) {
        return new VisualSearch(QUERY, Fixtures.aModelSet().id(), limit, 1, Set.of());
    }

    private static TextSearch words(String term) {
        return new TextSearch(List.of(new Label(term, 1)), List.of("autumn"), 10, Set.of(), SearchFilter.NONE);
    }

    private static Set<ImageSignature> all() {
        return Set.copyOf(ofSeeds(SPRING, AUTUMN, BOTH, OPEN));
    }

    private static List<ImageSignature> ofSeeds(long... seeds) {
        return LongStream.of(seeds).mapToObj(Fixtures::aSignature).toList();
    }
}
