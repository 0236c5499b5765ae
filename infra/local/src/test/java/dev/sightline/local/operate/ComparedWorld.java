package dev.sightline.local.operate;

import static dev.sightline.testkit.Fixtures.aFeatureRecord;
import static dev.sightline.testkit.Fixtures.aModelSet;
import static dev.sightline.testkit.Fixtures.anObject;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.events.BoardRecord;
import dev.sightline.events.PinRecord;
import dev.sightline.events.Sequencer;
import dev.sightline.events.SourceId;
import dev.sightline.events.SourceVersion;
import dev.sightline.index.IndexGeneration;
import dev.sightline.index.IndexedImage;
import dev.sightline.index.Source;
import dev.sightline.index.SourceState;
import dev.sightline.reconcile.Catalogue;
import dev.sightline.reconcile.FeatureLoader;
import dev.sightline.reconcile.IndexReconciler;
import dev.sightline.storage.BucketObject;
import dev.sightline.storage.StoredFile;
import dev.sightline.testkit.Fixtures;
import dev.sightline.testkit.InMemoryBoardStore;
import dev.sightline.testkit.InMemoryEngagementIndex;
import dev.sightline.testkit.InMemoryFeatureStore;
import dev.sightline.testkit.InMemoryImageStore;
import dev.sightline.testkit.InMemoryPinIndex;
import dev.sightline.testkit.InMemoryPinStore;
import dev.sightline.testkit.InMemorySourceRegistry;
import dev.sightline.testkit.InMemoryVisualIndex;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.ModelSetId;
import dev.sightline.visual.PinId;
import dev.sightline.visual.SightlineException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A deployment in memory: bucket, sources, records and index, and a pipeline that handles what is sent to the upload queue when it is
 * told to, by the rules of the real stages.
 */
final class ComparedWorld {

    static final Instant OLD = Fixtures.NOW.minus(Duration.ofHours(1));
    static final ModelSetId MODEL_SET = aModelSet().id();
    static final IndexGeneration GENERATION = new IndexGeneration(MODEL_SET, 1);

    final InMemoryImageStore bucket = new InMemoryImageStore(Clock.fixed(OLD, ZoneOffset.UTC));
    final InMemorySourceRegistry registry = new InMemorySourceRegistry();
    final InMemoryFeatureStore features = new InMemoryFeatureStore();
    final InMemoryVisualIndex index = new InMemoryVisualIndex();
    final SteppingPacer pacer = new SteppingPacer();
    private final Deque<JsonNode> uploads = new ArrayDeque<>();
    final InMemoryPinStore pins = new InMemoryPinStore();
    final InMemoryBoardStore boards = new InMemoryBoardStore();
    final InMemoryPinIndex pinIndex = new InMemoryPinIndex();
    private final Catalogue catalogue = new Catalogue(pins, boards, pinIndex, new InMemoryEngagementIndex(), 2);
    private final IndexReconciler reconciler = new IndexReconciler(
            registry, new FeatureLoader(features, 2), index, catalogue, Clock.fixed(OLD, ZoneOffset.UTC));
    private Runnable afterListing = () -> {};
    private int analyses;
    private long sequence = 0x10;

    Reconciliation reconciliation() {
        BucketNotices notices = new BucketNotices(
                (events, traces) -> {
                    uploads.addAll(events);
                    return Map.<Integer, SightlineException>of();
                },
                Fixtures.BUCKET,
                pacer);
        return new Reconciliation(
                new Reconciliation.Compared(this::list, registry, features, catalogue, index, index.inventory(), index),
                new DifferenceRepair(new KeyRepair(this::list, pacer), notices, reconciler),
                pacer);
    }

    /** What happens after each page that is listed, before the sources beside it are read. */
    void afterListing(Runnable action) {
        afterListing = action;
    }

    private List<BucketObject> list(String prefix, String afterKey, int limit) {
        List<BucketObject> page = bucket.page(prefix, afterKey, limit);
        afterListing.run();
        return page;
    }

    /** The bytes of an object or, with their signature, of an image. */
    static byte[] bytes(String content) {
        return content.getBytes(StandardCharsets.UTF_8);
    }

    static ImageSignature signature(String content) {
        return ImageSignature.of(bytes(content));
    }

    /** Puts an object of which the bucket tells, and brings it all the way into the index. */
    void upload(String key, String content) {
        String etag = bucket.put(key, bytes(content));
        handleCreated(new SourceVersion(Fixtures.BUCKET, key, next()), etag, content.length(), OLD);
    }

    /** Saves an image to a board, of which nobody tells. */
    void save(String content, int board) {
        boards.create(new BoardRecord(Fixtures.aBoard(board).id(), "Board " + board, "", OLD, OLD));
        pins.create(pinOf(content, board));
    }

    /** A pin of an image. */
    PinRecord pinOf(String content, int board) {
        PinId id = new PinId(signature(content), Fixtures.aPin(1, board).id().save());
        return new PinRecord(id, Fixtures.aBoard(board).id(), "title", "", "", OLD, OLD);
    }

    /** Gives a board another name, of which nobody tells. */
    void renameBoard(int number) {
        BoardRecord board = Fixtures.aBoard(number);
        boards.find(board.id())
                .ifPresent(stored -> boards.replace(new BoardRecord(board.id(), "other", "", OLD, OLD), stored.etag()));
    }

    /** What the indexer does once it is told. */
    void reconcile(String content) {
        reconciler.reconcile(Set.of(signature(content)));
    }

    /** Deletes an object of which the bucket tells. */
    void remove(String key) {
        bucket.remove(key);
        handleDeleted(new SourceVersion(Fixtures.BUCKET, key, next()), OLD);
    }

    Sequencer next() {
        return new Sequencer("%016X".formatted(sequence++));
    }

    Source source(String key) {
        return registry.find(SourceId.ofKey(key)).orElseThrow();
    }

    Optional<Source> findSource(String key) {
        return registry.find(SourceId.ofKey(key));
    }

    /** How often the model looked at an image. */
    int analyses() {
        return analyses;
    }

    int waiting() {
        return uploads.size();
    }

    /** Handles everything on the upload queue; {@code at} is the moment at which sources change. */
    void runPipeline(Instant at) {
        while (!uploads.isEmpty()) {
            JsonNode event = uploads.removeFirst();
            JsonNode object = event.at("/detail/object");
            SourceVersion version = new SourceVersion(
                    event.at("/detail/bucket/name").asText(),
                    object.path("key").asText(),
                    new Sequencer(object.path("sequencer").asText()));
            if (event.path("detail-type").asText().equals("Object Created")) {
                handleCreated(
                        version,
                        object.path("etag").asText(),
                        object.path("size").asLong(),
                        at);
            } else {
                handleDeleted(version, at);
            }
        }
    }

    void handleCreated(SourceVersion version, String etag, long size, Instant at) {
        if (size == 0) {
            hear(Source.rejected(version, ErrorCode.EMPTY_IMAGE, "", at));
            return;
        }
        var recording = registry.record(Source.pending(version, etag, at));
        if (recording.current() && recording.source().state() == SourceState.PENDING) {
            bucket.read(version.key(), Long.MAX_VALUE)
                    .filter(file -> file.etag().equals(etag))
                    .ifPresent(file -> hear(analyze(version, file, at)));
        }
    }

    private Source analyze(SourceVersion version, StoredFile file, Instant at) {
        ImageSignature signature = ImageSignature.of(file.bytes());
        if (features.find(MODEL_SET, signature).isEmpty()) {
            analyses++;
            saveFeatures(signature);
        }
        return Source.indexed(version, signature, MODEL_SET, at);
    }

    void saveFeatures(ImageSignature signature) {
        features.save(aFeatureRecord()
                .withSignature(signature)
                .withObjects(anObject("chair", 1), anObject("table", 2))
                .build());
    }

    void handleDeleted(SourceVersion version, Instant at) {
        hear(Source.removed(version, at));
    }

    /** As the indexer does: records, then reconciles what the event touches, then settles its releases. */
    private void hear(Source heard) {
        Source stored = registry.record(heard).source();
        Set<ImageSignature> touched = new java.util.HashSet<>();
        heard.liveSignature().ifPresent(touched::add);
        stored.releasedBy(heard).forEach(release -> touched.add(release.signature()));
        reconciler.reconcile(touched);
        registry.settle(stored.id(), stored.releasedBy(heard));
    }

    /** Writes a document as no source says. */
    void writeDocument(String content, List<String> keys) {
        ImageSignature signature = signature(content);
        if (features.find(MODEL_SET, signature).isEmpty()) {
            saveFeatures(signature);
        }
        index.write(List.of(new IndexedImage(features.find(MODEL_SET, signature).orElseThrow(), keys, OLD)));
    }

    /** What the bucket says that the index should hold: the keys of each image that is no empty file. */
    Map<ImageSignature, Set<String>> expectedDocuments() {
        Map<ImageSignature, Set<String>> expected = new HashMap<>();
        bucket.page("", "", Integer.MAX_VALUE).stream()
                .filter(object -> object.size() > 0 && !object.key().endsWith("/"))
                .forEach(object -> expected.computeIfAbsent(
                                ImageSignature.of(bucket.read(object.key(), Long.MAX_VALUE)
                                        .orElseThrow()
                                        .bytes()),
                                absent -> new java.util.TreeSet<>())
                        .add(object.key()));
        return expected;
    }

    /** What the index holds. */
    Map<ImageSignature, Set<String>> documents() {
        Map<ImageSignature, Set<String>> documents = new HashMap<>();
        index.inventory()
                .images(GENERATION, null, Integer.MAX_VALUE)
                .forEach(image -> documents.put(image.signature(), new java.util.TreeSet<>(image.keys())));
        return documents;
    }
}
