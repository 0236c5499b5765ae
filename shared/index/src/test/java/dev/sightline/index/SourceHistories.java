package dev.sightline.index;

import dev.sightline.events.Sequencer;
import dev.sightline.events.SourceVersion;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.ModelSetId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Everything that is ever said of one key, in order: some versions of it, each with all of its events. */
final class SourceHistories {

    private static final int MAX_VERSIONS = 5;
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private SourceHistories() {}

    static Arbitrary<List<Source>> any() {
        return Arbitraries.of(Fate.class)
                .list()
                .ofMinSize(1)
                .ofMaxSize(MAX_VERSIONS)
                .map(SourceHistories::of);
    }

    private static List<Source> of(List<Fate> fates) {
        List<Source> history = new ArrayList<>();
        for (int i = 0; i < fates.size(); i++) {
            history.addAll(events(fates.get(i), i));
        }
        return history;
    }

    private static List<Source> events(Fate fate, int number) {
        SourceVersion version = new SourceVersion("images", "a.jpg", new Sequencer(Integer.toHexString(0xA0 + number)));
        Instant at = START.plusSeconds(10L * number);
        Source pending = Source.pending(version, "etag", at);
        // Some versions hold the bytes of an earlier one.
        ImageSignature signature = ImageSignature.of(("image " + number % 3).getBytes(StandardCharsets.UTF_8));
        Source indexed = Source.indexed(version, signature, new ModelSetId("m-1"), at.plusSeconds(2));
        Source failed = Source.failed(version, ErrorCode.DEFECT, "detail " + number, at.plusSeconds(1));
        return switch (fate) {
            case INDEXED -> List.of(pending, indexed);
            case REJECTED ->
                List.of(pending, Source.rejected(version, ErrorCode.BROKEN_IMAGE, "broken", at.plusSeconds(1)));
            case FAILED -> List.of(pending, failed);
            case INDEXED_AFTER_A_REDRIVE -> List.of(pending, failed, indexed);
            case REMOVED -> List.of(Source.removed(version, at));
        };
    }

    /** What becomes of one version of a key. */
    private enum Fate {
        INDEXED,
        REJECTED,
        FAILED,
        INDEXED_AFTER_A_REDRIVE,
        REMOVED
    }
}
