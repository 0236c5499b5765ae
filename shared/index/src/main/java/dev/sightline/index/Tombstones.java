package dev.sightline.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.time.Instant;

/**
 * Forgets removed sources: finds them by search, oldest first, and deletes each only if its sequence number is still the one that was
 * found. Whoever writes a source in between wins, whether it had read the tombstone before it was deleted or not: its own
 * compare-and-set finds the number gone, and reads again.
 */
final class Tombstones {

    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    private final OpenSearchConnection connection;
    private final String index;

    Tombstones(OpenSearchConnection connection, String index) {
        this.connection = connection;
        this.index = index;
    }

    /** As {@link SourceRegistry#purge}. Walks past those with open releases, which no search can tell. */
    int purge(Instant removedBefore, int limit) {
        int purged = 0;
        ObjectNode body = removedBefore(removedBefore, limit);
        JsonNode hits = search(body);
        while (!hits.isEmpty() && purged < limit) {
            purged += delete(hits, limit - purged);
            body.set("search_after", hits.get(hits.size() - 1).path("sort"));
            hits = search(body);
        }
        return purged;
    }

    private static ObjectNode removedBefore(Instant moment, int pageSize) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode filter = body.putObject("query").putObject("bool").putArray("filter");
        filter.addObject().putObject("term").put("state", SourceState.REMOVED.name());
        filter.addObject().putObject("range").putObject("changedAt").put("lt", moment.toString());
        body.putArray("sort").add("changedAt").add("key");
        return body.put("size", pageSize).put("seq_no_primary_term", true);
    }

    private JsonNode search(ObjectNode body) {
        return connection
                .require(OpenSearchRequest.post("/%s/_search".formatted(index), body)
                        .with("ignore_unavailable", true))
                .path("hits")
                .path("hits");
    }

    private int delete(JsonNode hits, int limit) {
        StringBuilder lines = new StringBuilder();
        int chosen = 0;
        for (JsonNode hit : hits) {
            boolean settled = hit.path("_source").path("released").isEmpty();
            if (settled && chosen < limit) {
                lines.append(deletion(hit)).append('\n');
                chosen++;
            }
        }
        return chosen == 0 ? 0 : count(connection.require(OpenSearchRequest.bulk(lines.toString())));
    }

    private ObjectNode deletion(JsonNode hit) {
        ObjectNode action = JsonNodeFactory.instance.objectNode();
        action.putObject("delete")
                .put("_index", index)
                .put("_id", hit.path("_id").asText())
                .put("if_seq_no", hit.path("_seq_no").asLong())
                .put("if_primary_term", hit.path("_primary_term").asLong());
        return action;
    }

    /** How many of the deletions were done. What somebody else changed or deleted meanwhile is none of ours. */
    private static int count(JsonNode answer) {
        int deleted = 0;
        for (JsonNode item : answer.path("items")) {
            JsonNode result = item.path("delete");
            int status = result.path("status").asInt();
            if (status < 300) {
                deleted++;
            } else if (status != NOT_FOUND && status != CONFLICT) {
                throw refused(result, status);
            }
        }
        return deleted;
    }

    private static SightlineException refused(JsonNode result, int status) {
        return new SightlineException(
                BulkWriter.REFUSED_FOR_NOW.contains(status) ? ErrorCode.INDEX_UNAVAILABLE : ErrorCode.DEFECT,
                "expected to purge %s, got status %d, %s"
                        .formatted(
                                result.path("_id").asText(),
                                status,
                                result.path("error").path("reason").asText()));
    }
}
