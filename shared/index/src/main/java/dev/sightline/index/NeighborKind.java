package dev.sightline.index;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.visual.AccessScope;
import java.util.List;
import java.util.StringJoiner;

/**
 * What is near a query: whole images or objects. {@code identity}: the columns that make up a document's id, and that order equals; {@code
 * unread}: fields that a result does without.
 */
record NeighborKind<T>(List<String> identity, String categoryField, List<String> unread, Reader<T> reader) {

    static final NeighborKind<Neighbor> IMAGES = new NeighborKind<>(
            List.of("signature"),
            ImageDocument.OBJECT_CATEGORIES,
            List.of(EmbeddingFields.DENSE),
            (document, distances) -> new Neighbor(
                    ImageDocument.read(document), distances.bits(), distances.fraction(), distances.cosine()));

    static final NeighborKind<ObjectNeighbor> OBJECTS = new NeighborKind<>(
            List.of("signature", "ordinal"),
            "category",
            List.of(EmbeddingFields.BINARY, EmbeddingFields.DENSE),
            (document, distances) -> new ObjectNeighbor(
                    ObjectDocument.read(document), distances.bits(), distances.fraction(), distances.cosine()));

    NeighborKind {
        identity = List.copyOf(identity);
        unread = List.copyOf(unread);
    }

    DocumentFilter filter(VisualSearch search, AccessScope scope) {
        return new DocumentFilter(search.exclude(), search.filter(), categoryField, scope);
    }

    /** The id of a document, put together from its columns. */
    String id(JsonNode hit) {
        StringJoiner id = new StringJoiner("-");
        identity.forEach(
                column -> id.add(hit.path("fields").path(column).path(0).asText()));
        return id.toString();
    }

    /** Makes a result of a document. */
    interface Reader<T> {
        T read(JsonNode document, Distances distances);
    }

    /** Both distances to the query: Hamming in bits and as a share of them, and the cosine. */
    record Distances(int bits, double fraction, double cosine) {}
}
