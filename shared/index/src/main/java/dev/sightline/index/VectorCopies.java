package dev.sightline.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.visual.Embedding;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.SightlineException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;

/**
 * Measures what each kind of vectors of a generation's images takes. Each is copied into an index of its own: OpenSearch counts by file
 * name ending, and both kinds have the same.
 */
final class VectorCopies {

    /** File name endings of Lucene's and the plugin's vectors, graphs and what describes them. */
    private static final String VECTOR_FILES = "ve[a-z]+|faiss|hnsw";

    private static final int PAGE = 250;

    private final OpenSearchConnection connection;
    private final BulkWriter bulk;
    private final JsonNode mapping;

    /** @param mapping the body of the request that made the index */
    VectorCopies(OpenSearchConnection connection, JsonNode mapping) {
        this.connection = connection;
        this.bulk =
                new BulkWriter(lines -> connection.require(OpenSearchRequest.bulk(lines)), RetryDelays.ofRefusals());
        this.mapping = mapping;
    }

    /**
     * Copies and measures.
     *
     * @param prefix of the names of the copies
     * @throws SightlineException the reason of the first document that could not be written
     */
    VectorBytes measured(SearchView view, IndexProbe probe, String prefix) {
        List<String> fields = List.of(EmbeddingFields.BINARY, EmbeddingFields.DENSE);
        List<String> copies = List.of(prefix + "-only-codes", prefix + "-only-floats");
        copies.forEach(this::create);
        List<ImageSignature> page = page(probe, List.of());
        while (!page.isEmpty()) {
            Map<ImageSignature, Embedding> embeddings = view.imageEmbeddings(new HashSet<>(page));
            for (int i = 0; i < fields.size(); i++) {
                write(embeddings, fields.get(i), copies.get(i));
            }
            page = page(probe, page);
        }
        return new VectorBytes(vectorFiles(copies.getFirst()), vectorFiles(copies.getLast()));
    }

    private void create(String copy) {
        ObjectNode body = mapping.deepCopy();
        body.putObject("aliases").putObject(IndexNames.writes(copy));
        connection.create(copy, body);
    }

    private static List<ImageSignature> page(IndexProbe probe, List<ImageSignature> former) {
        return probe.contents(former.isEmpty() ? null : former.getLast(), PAGE).stream()
                .map(IndexProbe.Held::signature)
                .toList();
    }

    private void write(Map<ImageSignature, Embedding> embeddings, String field, String copy) {
        Map<ImageSignature, SightlineException> failures = bulk.run(embeddings.entrySet().stream()
                .map(image -> BulkItem.write(
                        IndexNames.writes(copy),
                        image.getKey().hex(),
                        image.getKey(),
                        document(image.getValue(), field)))
                .toList());
        if (!failures.isEmpty()) {
            throw failures.values().iterator().next();
        }
    }

    private static ObjectNode document(Embedding embedding, String field) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        EmbeddingFields.write(embedding, document);
        return document.retain(field);
    }

    private long vectorFiles(String index) {
        new SegmentMerge(connection).into(index);
        JsonNode files = connection
                .require(OpenSearchRequest.get("/%s/_stats/segments".formatted(index))
                        .with("include_segment_file_sizes", true))
                .at("/_all/primaries/segments/file_sizes");
        return files.properties().stream()
                .filter(file -> file.getKey().matches(VECTOR_FILES))
                .map(Entry::getValue)
                .mapToLong(size -> size.path("size_in_bytes").asLong())
                .sum();
    }
}
