package dev.sightline.index;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.visual.ModelSet;

/**
 * The one definition of every index: settings and fields, as the body of the request that makes it.
 *
 * <p>Vectors: {@code binaryEmbedding} by Hamming distance and {@code denseEmbedding} by cosine, both through the faiss engine, which is
 * named so that no default decides. No vector field's name ends with another's: the plugin finds a field's files by that ending.
 * Derived source is off: with it on, fetches fail after a reindex. The text of a document leaves {@code denseEmbedding} out, since
 * whoever fetches a document would have it unpacked and parsed: it is read from its column ({@link DenseColumn}).
 *
 * <p>Fields are only ever added, and never change: so all but the vectors can be put into an index that was made before there were some of
 * them ({@link IndexFields}).
 */
final class IndexMapping {

    private static final JsonMapper JSON = new JsonMapper();

    private static final String SETTINGS = """
            "settings": {"index": {"auto_expand_replicas": "0-1"}}
            """;

    private static final String IMAGE_FIELDS = """
            "signature": {"type": "keyword"},
            "modelSet": {"type": "keyword"},
            "keys": {"type": "keyword"},
            "collections": {"type": "keyword"},
            "format": {"type": "keyword"},
            "width": {"type": "integer"},
            "height": {"type": "integer"},
            "frameNumber": {"type": "integer"},
            "labels": {
              "properties": {
                "name": {"type": "keyword", "fields": {"words": {"type": "text", "analyzer": "english", "norms": false}}},
                "confidence": {"type": "double"}
              }
            },
            "labelLevels": {
              "properties": {
                "above20": {"type": "text", "analyzer": "english", "norms": false},
                "above40": {"type": "text", "analyzer": "english", "norms": false},
                "above60": {"type": "text", "analyzer": "english", "norms": false},
                "above80": {"type": "text", "analyzer": "english", "norms": false}
              }
            },
            "objectCategories": {"type": "keyword"},
            "texts": {
              "properties": {
                "title": {"type": "text", "analyzer": "english", "norms": false},
                "board": {"type": "text", "analyzer": "english", "norms": false},
                "description": {"type": "text", "analyzer": "english", "norms": false}
              }
            },
            "annotations": {
              "properties": {
                "text": {"type": "keyword"},
                "pins": {"type": "integer"},
                "confidence": {"type": "double"}
              }
            },
            "colors": {
              "properties": {
                "name": {"type": "keyword"},
                "lightness": {"type": "double"}, "a": {"type": "double"}, "b": {"type": "double"},
                "share": {"type": "double"}
              }
            },
            "indexedAt": {"type": "date"},
            "objectSlots": {"type": "integer"}
            """;

    private static final String OBJECT_FIELDS = """
            "signature": {"type": "keyword"},
            "ordinal": {"type": "integer"},
            "collections": {"type": "keyword"},
            "modelSet": {"type": "keyword"},
            "category": {"type": "keyword"},
            "confidence": {"type": "double"},
            "labels": {"properties": {"name": {"type": "keyword"}, "confidence": {"type": "double"}}},
            "box": {
              "properties": {
                "x": {"type": "double"}, "y": {"type": "double"}, "w": {"type": "double"}, "h": {"type": "double"}
              }
            }
            """;

    private static final String SOURCE_FIELDS = """
            "bucket": {"type": "keyword"},
            "key": {"type": "keyword"},
            "sequencer": {"type": "keyword"},
            "etag": {"type": "keyword", "index": false},
            "state": {"type": "keyword"},
            "signature": {"type": "keyword"},
            "released": {"type": "object", "enabled": false},
            "reason": {"type": "keyword"},
            "detail": {"type": "text", "index": false},
            "modelSet": {"type": "keyword"},
            "changedAt": {"type": "date"},
            "receivedAt": {"type": "date"}
            """;

    private static final String ENGAGEMENT_FIELDS = """
            "kind": {"type": "keyword"},
            "query": {"type": "keyword"},
            "result": {"type": "keyword"},
            "saves": {"type": "long"},
            "clicks": {"type": "long"},
            "counts": {"type": "object", "enabled": false},
            "rates": {"type": "object", "enabled": false},
            "digest": {"type": "keyword", "index": false}
            """;

    private static final String PIN_FIELDS = """
            "pin": {"type": "keyword"},
            "image": {"type": "keyword"},
            "board": {"type": "keyword"},
            "firstOfBoard": {"type": "boolean"},
            "title": {"type": "text", "index": false},
            "description": {"type": "text", "index": false},
            "link": {"type": "keyword", "index": false, "doc_values": false},
            "createdAt": {"type": "date"},
            "changedAt": {"type": "date", "index": false}
            """;

    private IndexMapping() {}

    /** The index of the images of a model set. */
    static JsonNode images(ModelSet modelSet, IndexShape shape) {
        return vectorBody(shape, IMAGE_FIELDS, modelSet);
    }

    /** The index of the objects of a model set. */
    static JsonNode objects(ModelSet modelSet, IndexShape shape) {
        return vectorBody(shape, OBJECT_FIELDS, modelSet);
    }

    /** All fields of an image but its vectors, as the body of the request that adds those that an index lacks. */
    static JsonNode imageFields() {
        return properties(IMAGE_FIELDS);
    }

    /** The same of an object. */
    static JsonNode objectFields() {
        return properties(OBJECT_FIELDS);
    }

    /** The fields of a source. */
    static JsonNode sourceFields() {
        return properties(SOURCE_FIELDS);
    }

    private static JsonNode properties(String fields) {
        return parsed("{\"properties\": {%s}}".formatted(fields));
    }

    /** The index of the sources. */
    static JsonNode sources() {
        return body(SETTINGS, SOURCE_FIELDS);
    }

    /** The index of the counts of engagement. */
    static JsonNode engagement() {
        return body(SETTINGS, ENGAGEMENT_FIELDS);
    }

    /** The index of the pins, with the alias that is written to. */
    static JsonNode pins(String writeAlias) {
        return body("\"aliases\": {\"%s\": {}}, %s".formatted(writeAlias, SETTINGS), PIN_FIELDS);
    }

    /** A threshold of -1 builds no graphs, 0 builds them for every segment. */
    private static String knnSettings(IndexShape shape) {
        int threshold = switch (shape.mode()) {
            case EXACT -> -1;
            case HNSW -> 0;
        };
        return """
            "settings": {
              "index": {
                "number_of_shards": %d,
                "auto_expand_replicas": "0-1",
                "knn": true,
                "knn.derived_source.enabled": false,
                "knn.advanced.approximate_threshold": %d
              }
            }
            """.formatted(shape.shards(), threshold);
    }

    private static String vectors(ModelSet modelSet) {
        return """
            "binaryEmbedding": {
              "type": "knn_vector", "data_type": "binary", "dimension": %d,
              "method": {"name": "hnsw", "engine": "faiss", "space_type": "hamming"}
            },
            "denseEmbedding": {
              "type": "knn_vector", "data_type": "float", "dimension": %d,
              "method": {"name": "hnsw", "engine": "faiss", "space_type": "cosinesimil"}
            }
            """.formatted(modelSet.bits(), modelSet.dimensions());
    }

    private static JsonNode vectorBody(IndexShape shape, String fields, ModelSet modelSet) {
        ObjectNode body = body(knnSettings(shape), fields + "," + vectors(modelSet));
        ((ObjectNode) body.path("mappings"))
                .putObject("_source")
                .putArray("excludes")
                .add(EmbeddingFields.DENSE);
        return body;
    }

    private static ObjectNode body(String settings, String fields) {
        return parsed("""
                {%s, "mappings": {"dynamic": "strict", "properties": {%s}}}
                """.formatted(settings, fields));
    }

    private static ObjectNode parsed(String json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the mapping is no JSON", e);
        }
    }
}
