package dev.sightline.blender.respond;

import dev.sightline.blender.blend.SourceShare;
import dev.sightline.blender.respond.Answer.Source;
import dev.sightline.blender.search.SourceOutcome;
import dev.sightline.blender.search.SourceOutcome.Failed;
import dev.sightline.blender.search.SourceOutcome.Found;
import dev.sightline.blender.search.SourceOutcome.Late;
import dev.sightline.blender.search.SourceOutcome.NotTriggered;
import org.jspecify.annotations.Nullable;

/** Writes what became of each source. */
final class SourceWriter {

    private SourceWriter() {}

    static Source write(SourceShare share) {
        return switch (share.outcome()) {
            case Found found ->
                source(
                        share,
                        "found",
                        null,
                        found.candidates().size(),
                        found.took().toMillis());
            case NotTriggered not -> source(share, "not-triggered", not.reason(), 0, null);
            case Late late ->
                source(
                        share,
                        "late",
                        "expected an answer within %d ms, got none"
                                .formatted(late.budget().toMillis()),
                        0,
                        null);
            case Failed failed -> source(share, "failed", failed.code().slug(), 0, null);
        };
    }

    private static Source source(
            SourceShare share, String state, @Nullable String reason, int found, @Nullable Long tookMs) {
        SourceOutcome outcome = share.outcome();
        return new Source(
                outcome.source().slug(),
                state,
                reason,
                outcome.confidence(),
                share.quota(),
                found,
                share.filled(),
                share.backfilled(),
                tookMs);
    }

    /** Whether an answer misses what this source might have found. */
    static boolean isMissing(SourceShare share) {
        return switch (share.outcome()) {
            case Late late -> true;
            case Failed failed -> true;
            case Found found -> false;
            case NotTriggered not -> false;
        };
    }
}
