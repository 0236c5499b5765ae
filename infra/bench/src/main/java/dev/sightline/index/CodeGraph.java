package dev.sightline.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.visual.BinaryEmbedding;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Codes alone in an index of OpenSearch with a graph (HNSW) of Lucene, the one engine whose graphs need no native library. It stands beside the
 * mapping that Sightline has, which compares all codes here, to show from which size on a graph pays. Documents are numbered from 0.
 *
 * <p>Not thread-safe. Deleted when it is closed.
 */
public final class CodeGraph implements AutoCloseable {

    /** Neighbours of a node, and how many are looked at while it is built: the defaults of the faiss engine. */
    private static final int NEIGHBORS = 16;

    private static final int LOOKED_AT = 100;

    private final OpenSearchConnection connection;
    private final String name = "graph-" + UUID.randomUUID().toString().substring(0, 8);
    private int count;

    public CodeGraph(OpenSearchConnection connection, int bits) {
        this.connection = connection;
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("settings").putObject("index").put("knn", true).put("number_of_replicas", 0);
        body.putObject("aliases").putObject(alias());
        ObjectNode properties = body.putObject("mappings").putObject("properties");
        properties.putObject("place").put("type", "integer");
        ObjectNode method = properties
                .putObject("code")
                .put("type", "knn_vector")
                .put("data_type", "binary")
                .put("dimension", bits)
                .putObject("method");
        method.put("name", "hnsw").put("engine", "lucene").put("space_type", "hamming");
        method.putObject("parameters").put("m", NEIGHBORS).put("ef_construction", LOOKED_AT);
        connection.require(OpenSearchRequest.put("/" + name, body));
    }

    private String alias() {
        return name + "-write";
    }

    /** Adds these codes with the next places. */
    public void write(List<BinaryEmbedding> codes) {
        StringBuilder lines = new StringBuilder();
        for (BinaryEmbedding code : codes) {
            lines.append("{\"index\": {\"_index\": \"").append(alias()).append("\"}}\n");
            ObjectNode document = JsonNodeFactory.instance.objectNode().put("place", count++);
            document.putPOJO("code", EmbeddingFields.signedBytes(code));
            lines.append(document).append('\n');
        }
        JsonNode answer = connection.require(OpenSearchRequest.bulk(lines.toString()));
        if (answer.path("errors").asBoolean()) {
            throw new SightlineException(
                    ErrorCode.DEFECT,
                    "expected %d codes in the graph, got %s"
                            .formatted(codes.size(), answer.path("items").path(0)));
        }
    }

    /** Makes all codes searchable, in one graph. */
    public void settle() {
        new SegmentMerge(connection).into(name);
    }

    /** The places of the {@code k} codes that the graph takes for the nearest, nearest first. */
    public List<Integer> nearest(BinaryEmbedding code, int k) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("size", k);
        body.put("stored_fields", "_none_").putArray("docvalue_fields").add("place");
        ObjectNode knn = body.putObject("query").putObject("knn").putObject("code");
        knn.put("k", k).putPOJO("vector", EmbeddingFields.signedBytes(code));
        JsonNode hits = connection
                .require(OpenSearchRequest.post("/%s/_search".formatted(name), body)
                        .with("filter_path", "hits.hits.fields"))
                .path("hits")
                .path("hits");
        List<Integer> places = new ArrayList<>();
        hits.forEach(hit -> places.add(hit.path("fields").path("place").path(0).asInt()));
        return places;
    }

    @Override
    public void close() {
        connection.require(new OpenSearchRequest("DELETE", "/" + name, Map.of(), null));
    }
}
