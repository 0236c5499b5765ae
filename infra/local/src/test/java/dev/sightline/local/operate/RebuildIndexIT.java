package dev.sightline.local.operate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.events.EnvironmentNames;
import dev.sightline.events.FeatureRecord;
import dev.sightline.index.IndexGeneration;
import dev.sightline.index.IndexNames;
import dev.sightline.index.IndexShape;
import dev.sightline.index.Neighbor;
import dev.sightline.index.OpenSearchAuth;
import dev.sightline.index.OpenSearchConnection;
import dev.sightline.index.OpenSearchImageIndex;
import dev.sightline.index.OpenSearchIndexGenerations;
import dev.sightline.index.OpenSearchIndexProbe;
import dev.sightline.index.OpenSearchSettings;
import dev.sightline.index.OpenSearchSourceRegistry;
import dev.sightline.index.OpenSearchVisualSearcher;
import dev.sightline.index.SearchView;
import dev.sightline.index.Source;
import dev.sightline.index.VisualSearch;
import dev.sightline.local.upload.Pacer;
import dev.sightline.reconcile.Catalogue;
import dev.sightline.reconcile.FeatureLoader;
import dev.sightline.reconcile.IndexReconciler;
import dev.sightline.testkit.Fixtures;
import dev.sightline.testkit.InMemoryBoardStore;
import dev.sightline.testkit.InMemoryEngagementIndex;
import dev.sightline.testkit.InMemoryFeatureStore;
import dev.sightline.testkit.InMemoryPinIndex;
import dev.sightline.testkit.InMemoryPinStore;
import dev.sightline.visual.Embedding;
import dev.sightline.visual.ImageSignature;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The rebuild in a real OpenSearch, while images come and go and a client queries in a loop. */
class RebuildIndexIT {

    private static final int IMAGES = 120;
    private static final int MORE = 60;
    private static final RebuildPlan PLAN = new RebuildPlan(100, 0.97, 1);

    private final URI url = URI.create(Optional.ofNullable(System.getenv(EnvironmentNames.OPENSEARCH_URL))
            .orElseThrow(() -> new IllegalStateException("set " + EnvironmentNames.OPENSEARCH_URL)));
    private final OpenSearchConnection connection =
            OpenSearchConnection.open(new OpenSearchSettings(url, OpenSearchAuth.NONE));
    private final IndexNames names =
            new IndexNames("rebuild-" + UUID.randomUUID().toString().substring(0, 8));
    private final OpenSearchIndexGenerations generations =
            new OpenSearchIndexGenerations(connection, names, IndexShape.LOCAL);
    private final RebuildParts parts = new RebuildParts(
            new OpenSearchSourceRegistry(connection, names),
            new InMemoryFeatureStore(),
            new Catalogue(
                    new InMemoryPinStore(),
                    new InMemoryBoardStore(),
                    new InMemoryPinIndex(),
                    new InMemoryEngagementIndex(),
                    2),
            new OpenSearchImageIndex(connection, names, IndexShape.LOCAL),
            generations,
            new OpenSearchVisualSearcher(connection, names),
            generation -> new OpenSearchIndexProbe(connection, names, generation));
    private final List<String> notes = new ArrayList<>();

    @AfterEach
    void removeIndexes() throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            http.send(
                    HttpRequest.newBuilder(url.resolve("/%s-*".formatted(names.prefix())))
                            .DELETE()
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
        }
        connection.close();
    }

    @Test
    void rebuildAndRollback_whileImagesComeAndGo_failNoQueryAndLoseNothing() {
        uploadAll(1, IMAGES);
        IndexGeneration first = served();
        parts.probes().apply(first).refresh();

        Traffic traffic = withTraffic(
                () -> assertThat(operation().rebuild(PLAN)).as("%s", notes).isTrue());

        assertThat(traffic.failures()).isEmpty();
        assertThat(traffic.answers()).isPositive();
        IndexGeneration second = served();
        assertThat(second.number()).isEqualTo(first.number() + 1);
        assertEqual(first, second);
        assertThat(parts.searcher().open().sizes().images()).isEqualTo(IMAGES + MORE / 2);

        assertThat(operation().rollback()).as("%s", notes).isTrue();
        assertThat(served()).isEqualTo(first);
        assertThat(operation().rebuild(PLAN)).as("%s", notes).isTrue();
        assertThat(generations.layout().generations()).containsExactly(first, served());
    }

    @Test
    void rebuild_withoutAnyIndexLeft_restoresThem() {
        uploadAll(1, IMAGES);
        Map<Integer, List<String>> before = answers(served());
        generations.serve(generations.open(Fixtures.aModelSet()));
        generations.drop(new IndexGeneration(Fixtures.aModelSet().id(), 1));
        deleteDocumentIndexes();

        assertThat(operation().rebuild(PLAN)).as("%s", notes).isTrue();

        assertThat(answers(served())).isEqualTo(before);
    }

    private record Traffic(int answers, List<String> failures) {}

    /** Runs something while every other of more images is deleted after its upload, and a client asks. */
    private Traffic withTraffic(Runnable action) {
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger answers = new AtomicInteger();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            CompletableFuture<List<String>> client = CompletableFuture.supplyAsync(() -> query(over, answers), threads);
            CompletableFuture<Void> changes = CompletableFuture.runAsync(this::comeAndGo, threads);
            try {
                action.run();
                changes.join();
            } finally {
                over.set(true);
            }
            return new Traffic(answers.get(), client.join());
        }
    }

    private List<String> query(AtomicBoolean over, AtomicInteger answers) {
        List<String> failures = new ArrayList<>();
        for (int seed = 1; !over.get(); seed = seed % IMAGES + 1) {
            try {
                SearchView view = parts.searcher().open();
                if (view.image(Fixtures.aSignature(seed)).isEmpty()
                        || nearest(view, seed).size() != 10) {
                    failures.add("image %d in %s".formatted(seed, view.generation()));
                }
                answers.incrementAndGet();
            } catch (RuntimeException e) {
                failures.add(e.toString());
            }
        }
        return failures;
    }

    private void comeAndGo() {
        for (int seed = IMAGES + 1; seed <= IMAGES + MORE; seed++) {
            upload(seed);
            if (seed % 2 == 0) {
                record(Source.removed(
                        Fixtures.aSourceVersion()
                                .withKey(key(seed))
                                .withSequencer("FF")
                                .build(),
                        Fixtures.NOW));
                reconcile(Set.of(Fixtures.aSignature(seed)));
            }
        }
    }

    private void assertEqual(IndexGeneration one, IndexGeneration other) {
        parts.probes().apply(one).refresh();
        parts.probes().apply(other).refresh();
        assertThat(parts.probes().apply(other).contents(null, 1000))
                .isEqualTo(parts.probes().apply(one).contents(null, 1000));
        assertThat(answers(other)).isEqualTo(answers(one));
    }

    private Map<Integer, List<String>> answers(IndexGeneration generation) {
        parts.probes().apply(generation).refresh();
        SearchView view = parts.searcher().open(generation);
        Map<Integer, List<String>> answers = new HashMap<>();
        for (int seed = 1; seed <= 100; seed++) {
            answers.put(seed, nearest(view, seed));
        }
        return answers;
    }

    /** Of all images: which of those that tie for the last place of a shortlist get it, is left to chance. */
    private static List<String> nearest(SearchView view, int seed) {
        Embedding query = Fixtures.anEmbedding(seed);
        ImageSignature itself = Fixtures.aSignature(seed);
        return view.nearest(new VisualSearch(query, Fixtures.aModelSet().id(), 10, 100, Set.of(itself))).stream()
                .map(Neighbor::image)
                .map(image -> image.signature().hex())
                .toList();
    }

    private void deleteDocumentIndexes() {
        try (HttpClient http = HttpClient.newHttpClient()) {
            String indexes = "/%1$s-images-*.*,%1$s-objects-*.*".formatted(names.prefix());
            http.send(
                    HttpRequest.newBuilder(url.resolve(indexes)).DELETE().build(),
                    HttpResponse.BodyHandlers.discarding());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
        assertThat(generations.layout().generations()).isEmpty();
    }

    private IndexGeneration served() {
        return generations.layout().answering().orElseThrow();
    }

    private RebuildIndex operation() {
        Clock clock = Clock.systemUTC();
        return new RebuildIndex(parts, clock, Pacer.system(clock), new RebuildWatcher() {
            @Override
            public void note(String line) {
                notes.add(line);
            }

            @Override
            public void progress(String line) {}
        });
    }

    private void uploadAll(int from, int to) {
        Set<ImageSignature> signatures = new HashSet<>();
        for (int seed = from; seed <= to; seed++) {
            signatures.add(analyzed(seed));
        }
        reconcile(signatures);
    }

    private void upload(int seed) {
        reconcile(Set.of(analyzed(seed)));
    }

    private ImageSignature analyzed(int seed) {
        FeatureRecord features = Fixtures.aFeatureRecord()
                .withSignature(Fixtures.aSignature(seed))
                .withEmbedding(Fixtures.anEmbedding(seed))
                .build();
        parts.features().save(features);
        record(Source.indexed(
                Fixtures.aSourceVersion().withKey(key(seed)).withSequencer("01").build(),
                features.signature(),
                Fixtures.aModelSet().id(),
                Fixtures.NOW));
        return features.signature();
    }

    private void record(Source source) {
        parts.registry().record(source);
    }

    /** What the indexer does at each event. */
    private void reconcile(Set<ImageSignature> signatures) {
        var reconciler = new IndexReconciler(
                parts.registry(),
                new FeatureLoader(parts.features(), 4),
                parts.index(),
                parts.catalogue(),
                Clock.systemUTC());
        assertThat(reconciler.reconcile(signatures)).isEmpty();
    }

    private static String key(int seed) {
        return "image-%d.jpg".formatted(seed);
    }
}
