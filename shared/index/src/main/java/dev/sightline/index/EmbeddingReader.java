package dev.sightline.index;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.visual.AccessScope;
import dev.sightline.visual.DenseEmbedding;
import dev.sightline.visual.Embedding;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads the embeddings of documents, refreshed or not: whether there is a document and who may see it, and its code, from the document
 * itself; its floats from the column.
 */
final class EmbeddingReader {

    private static final String SEEN_CODES = EmbeddingFields.BINARY + "," + CollectionField.NAME;

    private final OpenSearchConnection connection;
    private final String index;
    private final AccessScope scope;
    private final DocumentReader documents;
    private final DenseColumn column;

    EmbeddingReader(OpenSearchConnection connection, String index, AccessScope scope) {
        this.connection = connection;
        this.index = index;
        this.scope = scope;
        this.documents = new DocumentReader(this::readCodes, RetryDelays.ofRefusals());
        this.column = new DenseColumn(connection, index);
    }

    /** The embeddings, by id, of those of the documents that are there and may be seen. */
    Map<String, Embedding> read(Collection<String> ids) {
        Map<String, JsonNode> codes = documents.read(ids);
        codes.values().removeIf(document -> !CollectionField.isSeen(document, scope));
        Map<String, DenseEmbedding> dense = column.read(codes.keySet());
        Map<String, Embedding> found = new HashMap<>();
        codes.forEach((id, document) -> {
            DenseEmbedding floats = dense.get(id);
            if (floats != null) {
                found.put(id, new Embedding(floats, EmbeddingFields.binary(document.path(EmbeddingFields.BINARY))));
            }
        });
        return found;
    }

    private JsonNode readCodes(JsonNode ids) {
        return connection.require(
                OpenSearchRequest.post("/%s/_mget".formatted(index), ids).with("_source_includes", SEEN_CODES));
    }
}
