package dev.sightline.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The two stages of {@link VisualSearcher#nearest}: candidates by Hamming distance, then their order by cosine, computed exactly for
 * each of them. No vector leaves the index.
 *
 * <p>Scores are single-precision floats: a Hamming distance is recovered from its score exactly, a cosine to about 1e-7.
 */
final class TwoStageSearch {

    /** OpenSearch's limit of results, and of k. */
    private static final int MAX_CANDIDATES = 10_000;

    private static final String SIGNATURE = "signature";

    private final OpenSearchConnection connection;

    TwoStageSearch(OpenSearchConnection connection) {
        this.connection = connection;
    }

    /** The nearest images by Hamming distance: signature to distance in bits, nearest first. */
    Map<String, Integer> candidates(String index, VisualSearch search) {
        int k = (int) Math.min(MAX_CANDIDATES, (long) search.limit() * search.oversample());
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("size", k);
        // From the column, since an id lies among the vectors of the stored document: that would unpack each of them.
        body.put("stored_fields", "_none_").putArray("docvalue_fields").add(SIGNATURE);
        ObjectNode knn = body.putObject("query").putObject("knn").putObject(EmbeddingFields.BINARY);
        knn.put("k", k);
        knn.putPOJO("vector", EmbeddingFields.signedBytes(search.query().binary()));
        if (!search.exclude().isEmpty()) {
            ObjectNode mustNot = knn.putObject("filter").putObject("bool").putObject("must_not");
            ArrayNode excluded = mustNot.putObject("ids").putArray("values");
            search.exclude().forEach(signature -> excluded.add(signature.hex()));
        }
        Map<String, Integer> distances = new LinkedHashMap<>();
        for (JsonNode hit : hits(index, body, "hits.hits.fields,hits.hits._score")) {
            distances.put(hit.path("fields").path(SIGNATURE).path(0).asText(), hammingDistance(hit));
        }
        return distances;
    }

    /** The best of the candidates by cosine, equal ones by signature. */
    List<Neighbor> rescored(String index, VisualSearch search, Map<String, Integer> candidates) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("size", search.limit());
        addExcluded(body.putObject("_source").putArray("excludes"));
        addCosineScore(body.putObject("query").putObject("script_score"), search, candidates.keySet());
        body.putArray("sort").addObject().put("_score", "desc").put(SIGNATURE, "asc");
        List<Neighbor> neighbors = new ArrayList<>();
        for (JsonNode hit : hits(index, body, "hits.hits._id,hits.hits._score,hits.hits._source")) {
            int distance = candidates.getOrDefault(hit.path("_id").asText(), 0);
            neighbors.add(new Neighbor(
                    ImageDocument.read(hit.path("_source")),
                    distance,
                    (double) distance / search.query().binary().bits(),
                    CosineScore.read(hit)));
        }
        return neighbors;
    }

    private static void addExcluded(ArrayNode excludes) {
        excludes.add(EmbeddingFields.DENSE);
    }

    private static void addCosineScore(ObjectNode scriptScore, VisualSearch search, Collection<String> ids) {
        ArrayNode values = scriptScore
                .putObject("query")
                .putObject("bool")
                .putObject("filter")
                .putObject("ids")
                .putArray("values");
        ids.forEach(values::add);
        CosineScore.add(scriptScore, search.query().dense());
    }

    private JsonNode hits(String index, ObjectNode body, String fields) {
        return connection
                .require(OpenSearchRequest.post("/%s/_search".formatted(index), body)
                        .with("filter_path", fields))
                .path("hits")
                .path("hits");
    }

    /** The score of a Hamming distance d is 1 / (1 + d). */
    private static int hammingDistance(JsonNode hit) {
        return (int) Math.round(1 / hit.path("_score").asDouble() - 1);
    }
}
