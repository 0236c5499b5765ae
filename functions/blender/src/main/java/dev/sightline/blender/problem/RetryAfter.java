package dev.sightline.blender.problem;

import dev.sightline.visual.ErrorCode;
import java.util.Map;
import java.util.Optional;

/**
 * When a client that was told 503, or 409 while its first request runs, may ask again, in whole seconds: about as long as what failed takes to recover on its own. An index or
 * a store that refuses for now needs a moment, as does memory; a worker is started anew and loads its models; a model set is served once
 * it is switched to, which somebody does by hand.
 */
final class RetryAfter {

    private static final Map<ErrorCode, Integer> SECONDS = Map.of(
            ErrorCode.REQUEST_IN_PROGRESS, 1,
            ErrorCode.INDEX_UNAVAILABLE, 2,
            ErrorCode.STORAGE_UNAVAILABLE, 2,
            ErrorCode.OUT_OF_MEMORY, 5,
            ErrorCode.ANALYZER_UNAVAILABLE, 15,
            ErrorCode.MODEL_SET_MISMATCH, 60);

    private RetryAfter() {}

    /** The seconds; empty for what no waiting mends. */
    static Optional<Integer> seconds(ErrorCode code) {
        return Optional.ofNullable(SECONDS.get(code));
    }
}
