package dev.sightline.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.SightlineException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Deletes images with their objects in every generation, by search and not by id: that finds the objects of an image whose own
 * document is gone as well.
 */
final class ImageDeletion {

    private static final int HEX_DIGITS = 64;

    private final OpenSearchConnection connection;
    private final IndexNames names;

    ImageDeletion(OpenSearchConnection connection, IndexNames names) {
        this.connection = connection;
        this.names = names;
    }

    /** Gives the images that could not be deleted, with the reason. */
    Map<ImageSignature, SightlineException> delete(Set<ImageSignature> signatures) {
        RetryDelays delays = RetryDelays.ofRefusals();
        JsonNode answer = deleteFound(signatures);
        for (int attempt = 1; wasOvertaken(answer) && attempt < delays.attempts(); attempt++) {
            delays.pauseAfter(attempt);
            answer = deleteFound(signatures);
        }
        return wasOvertaken(answer) ? overtaken(signatures) : failures(answer.path("failures"));
    }

    private JsonNode deleteFound(Set<ImageSignature> signatures) {
        String indexes = "/" + names.allGenerations();
        connection.require(OpenSearchRequest.post(indexes + "/_refresh"));
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode terms = body.putObject("query").putObject("terms").putArray("signature");
        signatures.forEach(signature -> terms.add(signature.hex()));
        return connection.require(OpenSearchRequest.post(indexes + "/_delete_by_query", body)
                .with("conflicts", "proceed")
                .with("refresh", true));
    }

    /** Whether a document was written again between its search and its deletion. */
    private static boolean wasOvertaken(JsonNode answer) {
        return answer.path("version_conflicts").asInt() > 0;
    }

    private static Map<ImageSignature, SightlineException> overtaken(Set<ImageSignature> signatures) {
        return signatures.stream()
                .collect(Collectors.toMap(
                        signature -> signature,
                        signature -> new SightlineException(
                                ErrorCode.INDEX_UNAVAILABLE,
                                "expected to delete %s, but others kept writing".formatted(signature))));
    }

    private static Map<ImageSignature, SightlineException> failures(JsonNode failures) {
        Map<ImageSignature, SightlineException> bySignature = new HashMap<>();
        for (JsonNode failure : failures) {
            String id = failure.path("id").asText();
            boolean forNow =
                    BulkWriter.REFUSED_FOR_NOW.contains(failure.path("status").asInt());
            bySignature.put(
                    new ImageSignature(id.substring(0, HEX_DIGITS)),
                    new SightlineException(
                            forNow ? ErrorCode.INDEX_UNAVAILABLE : ErrorCode.DEFECT,
                            "expected to delete %s, got %s".formatted(id, failure.path("cause"))));
        }
        return bySignature;
    }
}
