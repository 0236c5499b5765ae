package dev.sightline.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.visual.DenseEmbedding;

/** Scoring by cosine, computed for each document that a query gives, never from a graph. */
final class CosineScore {

    private CosineScore() {}

    /** Adds the script to a {@code script_score} query. */
    static void add(ObjectNode scriptScore, DenseEmbedding query) {
        ObjectNode script = scriptScore.putObject("script").put("lang", "knn").put("source", "knn_score");
        script.putObject("params")
                .put("field", EmbeddingFields.DENSE)
                .put("space_type", "cosinesimil")
                .putPOJO("query_value", query.toArray());
    }

    /** The cosine behind a hit's score, which is (1 + cosine) / 2 in the index's own form; to about 1e-7. */
    static double read(JsonNode hit) {
        return Math.clamp(2 * hit.path("_score").asDouble() - 1, -1.0, 1.0);
    }
}
