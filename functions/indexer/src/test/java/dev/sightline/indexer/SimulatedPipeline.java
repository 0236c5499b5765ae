package dev.sightline.indexer;

import static dev.sightline.testkit.Fixtures.NOW;

import dev.sightline.events.AnalysisFailed;
import dev.sightline.events.AnalysisRequested;
import dev.sightline.events.EventJson;
import dev.sightline.events.ImageAnalyzed;
import dev.sightline.events.ImageRejected;
import dev.sightline.events.ImageRemoved;
import dev.sightline.events.IndexEvent;
import dev.sightline.events.Sequencer;
import dev.sightline.events.SourceVersion;
import dev.sightline.index.Source;
import dev.sightline.index.SourceRegistry;
import dev.sightline.index.SourceState;
import dev.sightline.reconcile.FeatureLoader;
import dev.sightline.reconcile.IndexReconciler;
import dev.sightline.testkit.Fixtures;
import dev.sightline.testkit.InMemoryFeatureStore;
import dev.sightline.testkit.InMemorySourceRegistry;
import dev.sightline.testkit.InMemoryVisualIndex;
import dev.sightline.testkit.InterruptedIndex;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.SightlineException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * The whole way from the bucket to the index on in-memory ports, with queues that reorder, repeat and lose nothing, and with
 * indexers that overtake each other and break off. Ingest and worker are stand-ins that keep their contracts.
 *
 * <p>Left out is the one case that is known to end wrong: two indexers work on copies of the same message at the same time, the first
 * writes after the second has finished, and breaks off before it looks again. A queue hides a message from others for longer than a
 * function may run, so this takes a copy that the queue itself made.
 */
final class SimulatedPipeline {

    private static final int BROKEN_IMAGE = 0;
    private static final int MAX_OVERLAP = 3;

    private final Random random;
    private final Map<String, Content> bucket = new HashMap<>();
    private final List<Delivery> queue = new ArrayList<>();
    private final InMemorySourceRegistry registry = new InMemorySourceRegistry();
    private final InMemoryFeatureStore features = new InMemoryFeatureStore();
    private final InMemoryVisualIndex index = new InMemoryVisualIndex();
    private final IndexUpdate indexer = new IndexUpdate(
            registry,
            new IndexReconciler(
                    registry,
                    new FeatureLoader(features, 1),
                    new InterruptedIndex(index, this::interrupt),
                    Clock.fixed(NOW, ZoneOffset.UTC)),
            new TombstonePurge(registry, Clock.fixed(NOW, ZoneOffset.UTC), Duration.ofDays(30)));
    private long clock = 1;
    private int overlap;
    private boolean calm;
    private Set<String> running = Set.of();
    private final Set<String> finished = new HashSet<>();

    SimulatedPipeline(long seed) {
        random = new Random(seed);
    }

    InMemorySourceRegistry registry() {
        return registry;
    }

    InMemoryVisualIndex index() {
        return index;
    }

    Map<String, Content> bucket() {
        return Map.copyOf(bucket);
    }

    void put(String key, int image) {
        Content content = new Content(image, nextVersion(key));
        bucket.put(key, content);
        queue.add(new Uploaded(content));
    }

    void delete(String key) {
        if (bucket.remove(key) != null) {
            queue.add(new Deleted(nextVersion(key)));
        }
    }

    /** Delivers a few messages, or none. */
    void deliverSome() {
        for (int count = random.nextInt(4); count > 0 && !queue.isEmpty(); count--) {
            deliverOne();
        }
    }

    /** Delivers until nothing is left; nothing breaks off any more. */
    void deliverAll() {
        calm = true;
        for (int step = 0; !queue.isEmpty(); step++) {
            if (step > 10_000) {
                throw new IllegalStateException(queue.size() + " messages never succeed: " + queue);
            }
            deliverOne();
        }
    }

    private void deliverOne() {
        Delivery delivery = take();
        if (random.nextInt(5) == 0) {
            queue.add(delivery);
        }
        switch (delivery) {
            case Uploaded(Content content) -> ingest(content);
            case Deleted(SourceVersion source) -> queue.add(new Index(new ImageRemoved(source, NOW)));
            case Analysis analysis -> analyze(analysis);
            case Index first -> index(first);
        }
    }

    private Delivery take() {
        return queue.remove(random.nextInt(queue.size()));
    }

    private void ingest(Content content) {
        SourceRegistry.Recording recording = registry.record(Source.pending(content.source(), content.etag(), NOW));
        if (recording.current() && recording.source().state() == SourceState.PENDING) {
            queue.add(new Analysis(new AnalysisRequested(content.source(), content.etag(), 1, NOW), content.image()));
        }
    }

    private void analyze(Analysis analysis) {
        SourceVersion source = analysis.request().source();
        Optional<String> etag = Optional.ofNullable(bucket.get(source.key())).map(Content::etag);
        if (etag.isEmpty()) {
            queue.add(new Index(new ImageRemoved(source, NOW)));
            return;
        }
        if (!etag.get().equals(analysis.request().etag())) {
            return;
        }
        if (!calm && random.nextInt(5) == 0) {
            queue.add(analysis);
            queue.add(new Index(new AnalysisFailed(source, ErrorCode.STORAGE_UNAVAILABLE, "gave up", NOW)));
            return;
        }
        queue.add(new Index(result(source, analysis.image())));
    }

    private IndexEvent result(SourceVersion source, int image) {
        if (image == BROKEN_IMAGE) {
            return new ImageRejected(source, ErrorCode.BROKEN_IMAGE, "expected an image", NOW);
        }
        ImageSignature signature = Fixtures.aSignature(image);
        features.save(Fixtures.aFeatureRecord().withSignature(signature).build());
        return new ImageAnalyzed(source, signature, Fixtures.aModelSet(), NOW);
    }

    private void index(Index first) {
        Map<String, Index> batch = new HashMap<>(Map.of("0", first));
        for (Delivery delivery : List.copyOf(queue)) {
            if (delivery instanceof Index more && batch.size() < 4 && random.nextBoolean() && queue.remove(more)) {
                batch.put(String.valueOf(batch.size()), more);
            }
        }
        Set<String> failed = update(batch);
        batch.forEach((id, message) -> {
            if (failed.contains(id)) {
                queue.add(message);
            }
        });
    }

    private Set<String> update(Map<String, Index> batch) {
        Map<String, String> bodies = new HashMap<>();
        batch.forEach((id, message) -> bodies.put(id, EventJson.write(message.event())));
        Set<String> outer = running;
        running = Set.copyOf(bodies.values());
        finished.removeAll(running);
        try {
            Set<String> failed = indexer.update(bodies);
            bodies.forEach((id, body) -> noteFinished(body, failed.contains(id)));
            return failed;
        } catch (SightlineException brokenOff) {
            return bodies.keySet();
        } finally {
            running = outer;
        }
    }

    private void noteFinished(String body, boolean failed) {
        if (!failed) {
            finished.add(body);
        }
    }

    /** Before a bulk: other deliveries overtake it, then it may break off. */
    private void interrupt() {
        if (calm) {
            return;
        }
        if (overlap < MAX_OVERLAP) {
            overlap++;
            deliverSome();
            overlap--;
        }
        boolean aCopyFinished = running.stream().anyMatch(finished::contains);
        if (!aCopyFinished && random.nextInt(6) == 0) {
            throw new SightlineException(ErrorCode.INDEX_UNAVAILABLE, "broke off before a bulk");
        }
    }

    private SourceVersion nextVersion(String key) {
        return new SourceVersion(Fixtures.BUCKET, key, new Sequencer("%06X".formatted(clock++)));
    }

    /** What a key holds; the same image has the same ETag. */
    record Content(int image, SourceVersion source) {

        String etag() {
            return "etag-" + image;
        }

        boolean isBroken() {
            return image == BROKEN_IMAGE;
        }

        ImageSignature signature() {
            return Fixtures.aSignature(image);
        }
    }

    private sealed interface Delivery {}

    private record Uploaded(Content content) implements Delivery {}

    private record Deleted(SourceVersion source) implements Delivery {}

    private record Analysis(AnalysisRequested request, int image) implements Delivery {}

    private record Index(IndexEvent event) implements Delivery {}
}
