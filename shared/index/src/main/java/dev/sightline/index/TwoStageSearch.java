package dev.sightline.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.index.NeighborKind.Distances;
import dev.sightline.visual.AccessScope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The two stages of {@link SearchView#nearest} and {@link SearchView#nearestObjects}: candidates by Hamming distance, then their order by
 * cosine, computed exactly for each of them. No dense vector leaves the index.
 *
 * <p>Scores are single-precision floats: a Hamming distance is recovered from its score exactly, a cosine to about 1e-7.
 */
final class TwoStageSearch<T> {

    /** OpenSearch's limit of results, and of k. */
    private static final int MAX_CANDIDATES = 10_000;

    private final OpenSearchConnection connection;
    private final String index;
    private final NeighborKind<T> kind;
    private final AccessScope scope;

    /** A search of everything. */
    TwoStageSearch(OpenSearchConnection connection, String index, NeighborKind<T> kind) {
        this(connection, index, kind, AccessScope.ALL);
    }

    /** A search of what somebody may see: of the candidates, not of the results. */
    TwoStageSearch(OpenSearchConnection connection, String index, NeighborKind<T> kind, AccessScope scope) {
        this.connection = connection;
        this.index = index;
        this.kind = kind;
        this.scope = scope;
    }

    /** Both stages. */
    List<T> nearest(VisualSearch search) {
        Map<String, Integer> candidates = candidates(search);
        return candidates.isEmpty() ? List.of() : rescored(search, candidates);
    }

    /** The nearest documents by Hamming distance: id to distance in bits, nearest first. */
    Map<String, Integer> candidates(VisualSearch search) {
        int k = (int) Math.min(MAX_CANDIDATES, (long) search.limit() * search.oversample());
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("size", k);
        // From the columns, since an id lies among the vectors of the stored document: that would unpack each of them.
        ArrayNode columns = body.put("stored_fields", "_none_").putArray("docvalue_fields");
        kind.identity().forEach(columns::add);
        ObjectNode knn = body.putObject("query").putObject("knn").putObject(EmbeddingFields.BINARY);
        knn.put("k", k);
        knn.putPOJO("vector", EmbeddingFields.signedBytes(search.query().binary()));
        DocumentFilter filter = kind.filter(search, scope);
        if (!filter.isOpen()) {
            knn.putObject("filter").set("bool", filter.clauses());
        }
        Map<String, Integer> distances = new LinkedHashMap<>();
        for (JsonNode hit : hits(body, "hits.hits.fields,hits.hits._score")) {
            distances.put(kind.id(hit), hammingDistance(hit));
        }
        return distances;
    }

    /** The best of the candidates by cosine, equal ones by their id. */
    private List<T> rescored(VisualSearch search, Map<String, Integer> candidates) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("size", search.limit());
        ArrayNode unread = body.putObject("_source").putArray("excludes");
        kind.unread().forEach(unread::add);
        addCosineScore(body.putObject("query").putObject("script_score"), search, candidates.keySet());
        addOrder(body);
        List<T> neighbors = new ArrayList<>();
        for (JsonNode hit : hits(body, "hits.hits._id,hits.hits._score,hits.hits._source")) {
            int bits = candidates.getOrDefault(hit.path("_id").asText(), 0);
            double fraction = (double) bits / search.query().binary().bits();
            neighbors.add(
                    kind.reader().read(hit.path("_source"), new Distances(bits, fraction, CosineScore.read(hit))));
        }
        return neighbors;
    }

    private void addOrder(ObjectNode body) {
        ObjectNode order = body.putArray("sort").addObject().put("_score", "desc");
        kind.identity().forEach(column -> order.put(column, "asc"));
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

    private JsonNode hits(ObjectNode body, String fields) {
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
