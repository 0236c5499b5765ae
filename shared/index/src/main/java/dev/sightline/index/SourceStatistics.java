package dev.sightline.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.visual.ErrorCode;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Numbers over all sources, each from one search that gives no hits. */
final class SourceStatistics {

    private static final List<SourceState> SETTLED =
            List.of(SourceState.INDEXED, SourceState.REJECTED, SourceState.FAILED);

    private final Function<ObjectNode, JsonNode> search;

    /** @param search gives the answer to the body of a search; if there is no index, one without aggregations */
    SourceStatistics(Function<ObjectNode, JsonNode> search) {
        this.search = search;
    }

    Map<SourceState, Long> counts() {
        ObjectNode body = body();
        terms(body, "states", "state", SourceState.values().length);
        Map<SourceState, Long> counts = new EnumMap<>(SourceState.class);
        for (JsonNode bucket : buckets(aggregations(body), "states")) {
            counts.put(state(bucket), bucket.path("doc_count").asLong());
        }
        return counts;
    }

    Map<SourceState, Map<ErrorCode, Long>> reasons() {
        ObjectNode body = body();
        body.putObject("query").putObject("exists").put("field", "reason");
        ObjectNode states = terms(body, "states", "state", SourceState.values().length);
        terms(states, "reasons", "reason", ErrorCode.values().length);
        Map<SourceState, Map<ErrorCode, Long>> reasons = new EnumMap<>(SourceState.class);
        for (JsonNode bucket : buckets(aggregations(body), "states")) {
            Map<ErrorCode, Long> ofState = new EnumMap<>(ErrorCode.class);
            buckets(bucket, "reasons")
                    .forEach(reason -> ofState.put(
                            ErrorCode.valueOf(reason.path("key").asText()),
                            reason.path("doc_count").asLong()));
            reasons.put(state(bucket), ofState);
        }
        return reasons;
    }

    Optional<Instant> oldestPending() {
        ObjectNode body = body();
        body.putObject("query").putObject("term").put("state", SourceState.PENDING.name());
        body.putObject("aggs").putObject("oldest").putObject("min").put("field", "changedAt");
        JsonNode oldest = aggregations(body).path("oldest").path("value");
        return oldest.isNumber() ? Optional.of(Instant.ofEpochMilli(oldest.asLong())) : Optional.empty();
    }

    long settledSince(Instant moment) {
        ObjectNode body = body();
        ArrayNode filter = body.putObject("query").putObject("bool").putArray("filter");
        ArrayNode states = filter.addObject().putObject("terms").putArray("state");
        SETTLED.forEach(state -> states.add(state.name()));
        filter.addObject().putObject("range").putObject("changedAt").put("gte", moment.toString());
        return search.apply(body.put("track_total_hits", true))
                .path("hits")
                .path("total")
                .path("value")
                .asLong();
    }

    private static ObjectNode body() {
        return JsonNodeFactory.instance.objectNode().put("size", 0);
    }

    private static ObjectNode terms(ObjectNode parent, String name, String field, int size) {
        ObjectNode aggregation = parent.putObject("aggs").putObject(name);
        aggregation.putObject("terms").put("field", field).put("size", size);
        return aggregation;
    }

    private JsonNode aggregations(ObjectNode body) {
        return search.apply(body).path("aggregations");
    }

    private static JsonNode buckets(JsonNode parent, String name) {
        return parent.path(name).path("buckets");
    }

    private static SourceState state(JsonNode bucket) {
        return SourceState.valueOf(bucket.path("key").asText());
    }
}
