package dev.sightline.index;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.time.Duration;

/** Makes everything that was written to an index searchable, in one segment: as it is when it has not changed for a while. */
record SegmentMerge(OpenSearchConnection connection) {

    private static final Duration CHECK = Duration.ofMillis(100);

    void into(String index) {
        connection.require(OpenSearchRequest.post("/%s/_refresh".formatted(index)));
        merge(index);
        connection.require(OpenSearchRequest.post("/%s/_refresh".formatted(index)));
    }

    /** As a task of OpenSearch: a large index takes longer than an answer may. */
    private void merge(String index) {
        JsonNode started = connection.require(OpenSearchRequest.post("/%s/_forcemerge".formatted(index))
                .with("max_num_segments", 1)
                .with("flush", true)
                .with("wait_for_completion", false));
        OpenSearchRequest task =
                OpenSearchRequest.get("/_tasks/" + started.path("task").asText());
        JsonNode state = connection.require(task);
        while (!state.path("completed").asBoolean()) {
            pause(index);
            state = connection.require(task);
        }
        if (state.has("error")) {
            throw new SightlineException(
                    ErrorCode.DEFECT, "expected %s in one segment, got %s".formatted(index, state.path("error")));
        }
    }

    private static void pause(String index) {
        try {
            Thread.sleep(CHECK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SightlineException(
                    ErrorCode.INDEX_UNAVAILABLE, "interrupted while %s is merged".formatted(index), e);
        }
    }
}
