package dev.sightline.local.operate;

import static dev.sightline.local.operate.ComparedWorld.GENERATION;
import static dev.sightline.local.operate.ComparedWorld.MODEL_SET;
import static dev.sightline.local.operate.ComparedWorld.OLD;
import static dev.sightline.local.operate.ComparedWorld.bytes;
import static dev.sightline.local.operate.ComparedWorld.signature;
import static dev.sightline.local.operate.DifferenceKind.FAILED_SOURCE;
import static dev.sightline.local.operate.DifferenceKind.LOST_OBJECT;
import static dev.sightline.local.operate.DifferenceKind.MISSING_DOCUMENT;
import static dev.sightline.local.operate.DifferenceKind.MISSING_FEATURES;
import static dev.sightline.local.operate.DifferenceKind.ORPHAN_DOCUMENT;
import static dev.sightline.local.operate.DifferenceKind.ORPHAN_OBJECTS;
import static dev.sightline.local.operate.DifferenceKind.OTHER_CONTENT;
import static dev.sightline.local.operate.DifferenceKind.OTHER_KEYS;
import static dev.sightline.local.operate.DifferenceKind.OTHER_PINS;
import static dev.sightline.local.operate.DifferenceKind.REMOVED_SOURCE;
import static dev.sightline.local.operate.DifferenceKind.STUCK_PENDING;
import static dev.sightline.local.operate.DifferenceKind.UNKNOWN_OBJECT;
import static dev.sightline.testkit.Fixtures.BUCKET;

import dev.sightline.events.SourceVersion;
import dev.sightline.index.Source;
import dev.sightline.testkit.Fixtures;
import dev.sightline.visual.ErrorCode;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Damage of a consistent world, and what is to be found of it: each kind with the keys or signatures. */
record Damage(String name, Consumer<ComparedWorld> happens, Map<DifferenceKind, List<String>> found) {

    @Override
    public String toString() {
        return name;
    }

    static Stream<Damage> all() {
        return Stream.of(
                        missedUploads(),
                        missedDeletions(),
                        brokenAnalyses(),
                        lostDocuments(),
                        wrongDocuments(),
                        lostFeatures(),
                        lostPins(),
                        lostBoards())
                .flatMap(damages -> damages);
    }

    private static Stream<Damage> lostPins() {
        return Stream.of(
                damage(
                        "pin of which no event came",
                        w -> w.save("table", 1),
                        OTHER_PINS,
                        signature("table").hex()),
                damage(
                        "pin whose deletion nobody told",
                        w -> {
                            w.save("table", 1);
                            w.reconcile("table");
                            w.pins.delete(w.pins.ofImage(signature("table"))
                                    .getFirst()
                                    .id());
                        },
                        OTHER_PINS,
                        signature("table").hex()),
                damage(
                        "pins in the index of an image that is gone",
                        w -> w.pinIndex.replace(Map.of(signature("gone"), List.of(w.pinOf("gone", 1)))),
                        OTHER_PINS,
                        signature("gone").hex()));
    }

    private static Stream<Damage> lostBoards() {
        return Stream.of(
                damage(
                        "board whose deletion nobody told",
                        w -> {
                            w.save("table", 1);
                            w.reconcile("table");
                            w.boards.delete(Fixtures.aBoard(1).id());
                        },
                        OTHER_PINS,
                        signature("table").hex()),
                damage(
                        "board whose new name nobody told",
                        w -> {
                            w.save("table", 1);
                            w.reconcile("table");
                            w.renameBoard(1);
                        },
                        OTHER_PINS,
                        signature("table").hex()));
    }

    private static Stream<Damage> missedUploads() {
        return Stream.of(
                damage(
                        "object of which no event came",
                        w -> w.bucket.put("new.jpg", bytes("new")),
                        UNKNOWN_OBJECT,
                        "new.jpg"),
                damage(
                        "known image under a key of which no event came",
                        w -> w.bucket.put("new.jpg", bytes("chair")),
                        UNKNOWN_OBJECT,
                        "new.jpg"),
                damage(
                        "empty object of which no event came",
                        w -> w.bucket.put("new.jpg", bytes("")),
                        UNKNOWN_OBJECT,
                        "new.jpg"),
                damage(
                        "replacement of which no event came",
                        w -> w.bucket.put("chair.jpg", bytes("new")),
                        OTHER_CONTENT,
                        "chair.jpg"),
                damage("source whose ETag nobody told", Damage::forgetEtag, OTHER_CONTENT, "chair.jpg"),
                damage(
                        "upload of a removed key of which no event came",
                        w -> w.bucket.put("gone.jpg", bytes("new")),
                        REMOVED_SOURCE,
                        "gone.jpg"));
    }

    private static Stream<Damage> missedDeletions() {
        return Stream.of(
                damage("deletion of which no event came", w -> w.bucket.remove("chair.jpg"), LOST_OBJECT, "chair.jpg"),
                damage(
                        "deletion of one of two keys of which no event came",
                        w -> w.bucket.remove("table.jpg"),
                        LOST_OBJECT,
                        "table.jpg"),
                damage(
                        "deletion of a rejected object of which no event came",
                        w -> w.bucket.remove("empty.jpg"),
                        LOST_OBJECT,
                        "empty.jpg"));
    }

    private static Stream<Damage> brokenAnalyses() {
        return Stream.of(
                damage("lost request", Damage::pendingForever, STUCK_PENDING, "lost.jpg"),
                damage(
                        "lost request of an object that is gone",
                        w -> {
                            pendingForever(w);
                            w.bucket.remove("lost.jpg");
                        },
                        LOST_OBJECT,
                        "lost.jpg"),
                damage("analysis that gave up", Damage::fail, FAILED_SOURCE, "failed.jpg"));
    }

    private static Stream<Damage> lostDocuments() {
        return Stream.of(
                damage(
                        "lost document",
                        w -> w.index.delete(java.util.Set.of(signature("chair"))),
                        MISSING_DOCUMENT,
                        signature("chair").hex()),
                damage(
                        "lost generation",
                        w -> w.index.vanish(),
                        MISSING_DOCUMENT,
                        signature("chair").hex(),
                        signature("table").hex()),
                new Damage(
                        "image document lost while its objects stayed",
                        w -> w.index.lose(GENERATION, signature("chair")),
                        Map.of(
                                MISSING_DOCUMENT, List.of(signature("chair").hex()),
                                ORPHAN_OBJECTS, List.of(signature("chair").hex()))));
    }

    private static Stream<Damage> wrongDocuments() {
        return Stream.of(
                damage(
                        "orphan document",
                        w -> w.writeDocument("orphan", List.of("nowhere.jpg")),
                        ORPHAN_DOCUMENT,
                        signature("orphan").hex()),
                damage(
                        "document with a key too many",
                        w -> w.writeDocument("chair", List.of("chair.jpg", "nowhere.jpg")),
                        OTHER_KEYS,
                        signature("chair").hex()),
                damage(
                        "document without one of its keys",
                        w -> w.writeDocument("table", List.of("table.jpg")),
                        OTHER_KEYS,
                        signature("table").hex()),
                damage(
                        "orphan objects",
                        w -> {
                            w.writeDocument("orphan", List.of("nowhere.jpg"));
                            w.index.lose(GENERATION, signature("orphan"));
                        },
                        ORPHAN_OBJECTS,
                        signature("orphan").hex()));
    }

    private static Stream<Damage> lostFeatures() {
        return Stream.of(
                damage(
                        "lost feature record",
                        w -> w.features.forget(MODEL_SET, signature("table")),
                        MISSING_FEATURES,
                        "table.jpg",
                        "table2.jpg"),
                damage(
                        "lost feature record and document",
                        w -> {
                            w.features.forget(MODEL_SET, signature("chair"));
                            w.index.delete(java.util.Set.of(signature("chair")));
                        },
                        MISSING_FEATURES,
                        "chair.jpg"));
    }

    private static Damage damage(String name, Consumer<ComparedWorld> happens, DifferenceKind kind, String... found) {
        return new Damage(name, happens, Map.of(kind, Stream.of(found).sorted().toList()));
    }

    static void forgetEtag(ComparedWorld world) {
        Source known = world.source("chair.jpg");
        world.registry.record(Source.indexed(
                new SourceVersion(
                        BUCKET, "chair.jpg", known.version().sequencer().successor()),
                signature("chair"),
                MODEL_SET,
                OLD));
    }

    static void pendingForever(ComparedWorld world) {
        String etag = world.bucket.put("lost.jpg", bytes("lost"));
        world.registry.record(Source.pending(new SourceVersion(BUCKET, "lost.jpg", world.next()), etag, OLD));
    }

    static void fail(ComparedWorld world) {
        String etag = world.bucket.put("failed.jpg", bytes("failed"));
        SourceVersion version = new SourceVersion(BUCKET, "failed.jpg", world.next());
        world.registry.record(Source.pending(version, etag, OLD));
        world.registry.record(Source.failed(version, ErrorCode.DEFECT, "told to", OLD));
    }
}
