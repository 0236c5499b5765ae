package dev.sightline.index;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.time.Duration;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Makes everything that was written to an index searchable, in one segment: as it is when it has not changed for a while. */
record SegmentMerge(OpenSearchConnection connection) {

    private static final Duration CHECK = Duration.ofMillis(100);
    private static final int MOST_CHECKS = 900;

    /**
     * Waits until OpenSearch keeps nothing that was written for copies that may have to catch up: until then a merge keeps the full text of
     * documents, with what their own text leaves out. Leases are renewed each 30 s.
     *
     * @throws SightlineException with {@code DEFECT} if that is not so within 90 s
     */
    void awaitLeases(String index) {
        connection.require(OpenSearchRequest.post("/%s/_flush".formatted(index)));
        for (int check = 0; !leasesArePast(index); check++) {
            if (check == MOST_CHECKS) {
                throw new SightlineException(
                        ErrorCode.DEFECT,
                        "expected the retention leases of %s to be renewed, they were not".formatted(index));
            }
            pause(index);
        }
    }

    private boolean leasesArePast(String index) {
        JsonNode stats = connection.require(
                OpenSearchRequest.get("/%s/_stats".formatted(index)).with("level", "shards"));
        return elements(stats.path("indices").path(index).path("shards"))
                .flatMap(SegmentMerge::elements)
                .allMatch(SegmentMerge::isPast);
    }

    private static boolean isPast(JsonNode copy) {
        long last = copy.at("/seq_no/max_seq_no").asLong();
        return elements(copy.at("/retention_leases/leases"))
                .allMatch(lease -> lease.path("retaining_seq_no").asLong() > last);
    }

    private static Stream<JsonNode> elements(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false);
    }

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
