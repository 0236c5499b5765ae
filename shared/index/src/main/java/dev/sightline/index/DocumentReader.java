package dev.sightline.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/**
 * Reads many documents at once, by their ids; sees every write, refreshed or not.
 *
 * <p>A generation that somebody else just made is listed before its shards can be read, and {@code _mget}, unlike a bulk request,
 * does not wait for them: so this asks again for a while.
 */
final class DocumentReader {

    private final Function<JsonNode, JsonNode> send;
    private final RetryDelays delays;

    /** @param send sends the body of one {@code _mget} request and gives the answer, or throws as {@link OpenSearchConnection#require} */
    DocumentReader(Function<JsonNode, JsonNode> send, RetryDelays delays) {
        this.send = send;
        this.delays = delays;
    }

    /**
     * Those of the documents that are there, by id.
     *
     * @throws SightlineException with {@code INDEX_UNAVAILABLE} if the shards stay unreadable, or the index is gone
     */
    Map<String, JsonNode> read(Collection<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode asked = body.putArray("ids");
        ids.forEach(asked::add);
        for (int attempt = 1; ; attempt++) {
            JsonNode documents = send.apply(body).path("docs");
            Optional<JsonNode> unreadable = unreadable(documents);
            if (unreadable.isEmpty()) {
                return found(documents);
            }
            if (attempt == delays.attempts() || isGone(unreadable.get())) {
                throw unavailable(unreadable.get());
            }
            delays.pauseAfter(attempt);
        }
    }

    private static Optional<JsonNode> unreadable(JsonNode documents) {
        return StreamSupport.stream(documents.spliterator(), false)
                .filter(document -> document.has("error"))
                .findFirst();
    }

    private static boolean isGone(JsonNode unreadable) {
        return unreadable.path("error").path("type").asText().equals(OpenSearchReply.NO_INDEX);
    }

    private static Map<String, JsonNode> found(JsonNode documents) {
        Map<String, JsonNode> found = new HashMap<>();
        for (JsonNode document : documents) {
            if (document.path("found").asBoolean()) {
                found.put(document.path("_id").asText(), document.path("_source"));
            }
        }
        return found;
    }

    private static SightlineException unavailable(JsonNode document) {
        return new SightlineException(
                ErrorCode.INDEX_UNAVAILABLE,
                "%s of %s cannot be read: %s"
                        .formatted(
                                document.path("_id").asText(),
                                document.path("_index").asText(),
                                document.path("error").path("reason").asText()));
    }
}
