package dev.sightline.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.visual.DenseEmbedding;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Reads dense embeddings from the column that cosines are computed from: the text of a document leaves them out ({@link IndexMapping}). A
 * column shows a document once it is searchable, so the shards of those that are not yet are refreshed.
 */
final class DenseColumn {

    private static final String FIELD = "dense";
    private static final String PREFERENCE = "preference";

    /** Any word: requests with the same one go to the same copies of the shards, of which a read refreshes one only. */
    private static final String ONE_COPY = "refreshed";

    /** A copy of the floats: the column gives those of all documents of a segment in one array, and answers are written at the end. */
    private static final String COPY = """
            float[] shared = doc['%s'].value;
            float[] copy = new float[shared.length];
            for (int i = 0; i < shared.length; i++) { copy[i] = shared[i]; }
            return copy;
            """.formatted(EmbeddingFields.DENSE);

    private final OpenSearchConnection connection;
    private final String index;

    DenseColumn(OpenSearchConnection connection, String index) {
        this.connection = connection;
        this.index = index;
    }

    /** The dense embeddings, by id, of documents that were written; without those that were deleted meanwhile. */
    Map<String, DenseEmbedding> read(Set<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<String, DenseEmbedding> found = found(question(ids));
        if (found.size() < ids.size()) {
            Set<String> late = new HashSet<>(ids);
            late.removeAll(found.keySet());
            connection.require(refreshOfShards(late).with(PREFERENCE, ONE_COPY));
            found.putAll(found(question(late).with(PREFERENCE, ONE_COPY)));
        }
        return found;
    }

    private OpenSearchRequest question(Set<String> ids) {
        ObjectNode body =
                JsonNodeFactory.instance.objectNode().put("size", ids.size()).put("_source", false);
        addAll(ids, body.putObject("query").putObject("ids").putArray("values"));
        body.putObject("script_fields")
                .putObject(FIELD)
                .putObject("script")
                .put("lang", "painless")
                .put("source", COPY);
        return OpenSearchRequest.post("/%s/_search".formatted(index), body)
                .with("filter_path", "hits.hits._id,hits.hits.fields");
    }

    private Map<String, DenseEmbedding> found(OpenSearchRequest question) {
        Map<String, DenseEmbedding> found = new HashMap<>();
        for (JsonNode hit : connection.require(question).path("hits").path("hits")) {
            found.put(
                    hit.path("_id").asText(),
                    EmbeddingFields.dense(hit.path("fields").path(FIELD).path(0)));
        }
        return found;
    }

    /** By reading, as those may do who may read only. */
    private OpenSearchRequest refreshOfShards(Set<String> ids) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        addAll(ids, body.putArray("ids"));
        return OpenSearchRequest.post("/%s/_mget".formatted(index), body)
                .with("realtime", false)
                .with("refresh", true)
                .with("_source", false);
    }

    private static void addAll(Collection<String> ids, ArrayNode array) {
        ids.forEach(array::add);
    }
}
