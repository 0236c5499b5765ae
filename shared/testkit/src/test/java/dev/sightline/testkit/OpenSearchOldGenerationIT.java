package dev.sightline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.index.ImageIndex;
import dev.sightline.index.IndexShape;
import dev.sightline.index.IndexedImage;
import dev.sightline.index.OpenSearchImageIndex;
import dev.sightline.index.OpenSearchVisualSearcher;
import dev.sightline.index.SearchFilter;
import dev.sightline.index.SearchView;
import dev.sightline.index.StoredImage;
import dev.sightline.index.StoredObject;
import dev.sightline.index.TextMatch;
import dev.sightline.index.TextSearch;
import dev.sightline.index.VisualSearch;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.Label;
import dev.sightline.visual.SalientColor;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A generation that the version before search fields made, with one image and one object in it. */
class OpenSearchOldGenerationIT {

    private static final String VECTORS = """
            "binaryEmbedding": {"type": "knn_vector", "data_type": "binary", "dimension": 64,
              "method": {"name": "hnsw", "engine": "faiss", "space_type": "hamming"}},
            "denseEmbedding": {"type": "knn_vector", "data_type": "float", "dimension": 64,
              "method": {"name": "hnsw", "engine": "faiss", "space_type": "cosinesimil"}}
            """;
    private static final String OLD_IMAGES = """
            "signature": {"type": "keyword"}, "modelSet": {"type": "keyword"}, "keys": {"type": "keyword"},
            "format": {"type": "keyword"}, "width": {"type": "integer"}, "height": {"type": "integer"},
            "frameNumber": {"type": "integer"},
            "labels": {"properties": {"name": {"type": "keyword"}, "confidence": {"type": "double"}}},
            "indexedAt": {"type": "date"}, "objectSlots": {"type": "integer"},
            """;
    private static final String OLD_OBJECTS = """
            "signature": {"type": "keyword"}, "ordinal": {"type": "integer"}, "modelSet": {"type": "keyword"},
            "category": {"type": "keyword"}, "confidence": {"type": "double"},
            "box": {"properties": {"x": {"type": "double"}, "y": {"type": "double"}, "w": {"type": "double"}, "h": {"type": "double"}}},
            """;

    private static final ImageSignature OLD = Fixtures.aSignature(1);
    private static final IndexedImage NEW = new IndexedImage(
            Fixtures.aFeatureRecord()
                    .withSignature(Fixtures.aSignature(2))
                    .withEmbedding(Fixtures.anEmbedding(2))
                    .withLabels(new Label("pizza", 0.5))
                    .withColors(new SalientColor("red", 50, 60, 30, 0.5))
                    .withObjects(Fixtures.anObject("table", 3))
                    .build(),
            List.of("recipes/pizza.jpg"),
            Fixtures.NOW);

    private final OpenSearchServer server = new OpenSearchServer();
    private final ImageIndex index = new OpenSearchImageIndex(server.connection(), server.names(), IndexShape.LOCAL);

    @BeforeEach
    void makeTheOldGeneration() {
        create("objects", OLD_OBJECTS);
        create("images", OLD_IMAGES);
        server.put("/%s/_doc/%s-0".formatted(name("objects"), OLD), """
                {"signature": "%s", "ordinal": 0, "modelSet": "%s", "category": "chair", "confidence": 0.75,
                 "box": {"x": 0.25, "y": 0.25, "w": 0.5, "h": 0.5}, %s}
                """.formatted(
                        OLD, Fixtures.aModelSet().id(), vectors()));
        server.put("/%s/_doc/%s".formatted(name("images"), OLD), """
                {"signature": "%s", "modelSet": "%s", "format": "jpeg", "width": 640, "height": 480, "frameNumber": 1,
                 "indexedAt": "2026-01-02T03:04:05Z", "objectSlots": 1, "keys": ["recipes/soup.jpg"],
                 "labels": [{"name": "soup", "confidence": 0.5}], %s}
                """.formatted(
                        OLD, Fixtures.aModelSet().id(), vectors()));
        server.refresh();
    }

    private void create(String kind, String fields) {
        server.put("/" + name(kind), """
                {"settings": {"index": {"auto_expand_replicas": "0-1", "knn": true, "knn.derived_source.enabled": false,
                   "knn.advanced.approximate_threshold": -1}},
                 "aliases": {"%s.writes": {}, "%s": {}, "%s": {}},
                 "mappings": {"dynamic": "strict", "properties": {%s}}}
                """.formatted(
                        name(kind),
                        alias(kind),
                        alias(kind) + "-" + Fixtures.aModelSet().id(),
                        fields + VECTORS));
    }

    private String name(String kind) {
        return "%s-%s.1".formatted(alias(kind), Fixtures.aModelSet().id());
    }

    private String alias(String kind) {
        return server.names().prefix() + "-" + kind;
    }

    private static String vectors() {
        return "\"binaryEmbedding\": %s, \"denseEmbedding\": %s"
                .formatted(
                        Arrays.toString(Fixtures.anEmbedding(1).binary().toPacked()),
                        Arrays.toString(Fixtures.anEmbedding(1).dense().toArray()));
    }

    @AfterEach
    void removeIndexes() {
        server.close();
    }

    private SearchView view() {
        return new OpenSearchVisualSearcher(server.connection(), server.names()).open();
    }

    @Test
    void oldDocuments_areReadWithoutWhatTheyLack() {
        StoredImage image = view().image(OLD).orElseThrow();
        StoredObject object = view().objects(OLD).getFirst();

        assertThat(image.labels()).containsExactly(new Label("soup", 0.5));
        assertThat(image.colors()).isEmpty();
        assertThat(image.binary()).isEqualTo(Fixtures.anEmbedding(1).binary());
        assertThat(view().imageEmbedding(OLD)).contains(Fixtures.anEmbedding(1));
        assertThat(object.object().category()).isEqualTo("chair");
        assertThat(view().objectEmbedding(object.id())).contains(Fixtures.anEmbedding(1));
        assertThat(object.labels()).isEmpty();
        assertThat(view().images(Set.of(OLD))).containsEntry(OLD, image);
        assertThat(view().nearest(search(SearchFilter.NONE))).hasSize(1);
        assertThat(view().nearestObjects(search(new SearchFilter(Set.of(), "chair"))))
                .extracting(near -> near.object())
                .containsExactly(object);
        assertThat(view().matching(words("soup"))).isEmpty();
    }

    @Test
    void write_intoAnOldGeneration_addsItsFieldsFirst() {
        assertThat(index.write(List.of(NEW))).isEmpty();
        server.refresh();

        StoredImage image = view().image(NEW.signature()).orElseThrow();
        assertThat(image.colors()).isEqualTo(NEW.features().analysis().colors());
        assertThat(view().objects(NEW.signature())).hasSize(1);
        assertThat(view().matching(words("pizza"))).extracting(TextMatch::image).containsExactly(image);
        assertThat(view().nearest(search(new SearchFilter(Set.of("pizza"), "table"))))
                .extracting(near -> near.image().signature())
                .containsExactly(NEW.signature());
        assertThat(view().nearest(search(SearchFilter.NONE))).hasSize(2);
        assertThat(view().sizes()).isEqualTo(new SearchView.Sizes(2, 2));
    }

    @Test
    void write_bySeveralProcessesAtOnce_succeedsForAll() {
        List<CompletableFuture<?>> writes = IntStream.range(0, 4)
                .<CompletableFuture<?>>mapToObj(i -> CompletableFuture.runAsync(
                        () -> assertThat(new OpenSearchImageIndex(server.connection(), server.names(), IndexShape.LOCAL)
                                        .write(List.of(NEW)))
                                .isEmpty()))
                .toList();

        writes.forEach(CompletableFuture::join);
        server.refresh();

        assertThat(view().matching(words("recipe"))).hasSize(1);
    }

    private static VisualSearch search(SearchFilter filter) {
        return new VisualSearch(Fixtures.anEmbedding(2), Fixtures.aModelSet().id(), 10, 1, Set.of(), filter);
    }

    private static TextSearch words(String term) {
        return new TextSearch(List.of(new Label(term, 0.5)), List.of(), 10, Set.of(), SearchFilter.NONE);
    }
}
