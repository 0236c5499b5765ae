package dev.sightline.lab.ranker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sightline.ranking.RankingFeature;
import dev.sightline.ranking.TreeNode;
import dev.sightline.ranking.TreeNode.Leaf;
import dev.sightline.ranking.TreeNode.Split;
import dev.sightline.ranking.TreeNode.Way;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.util.List;

/** Reads a tree as XGBoost dumps it: {@code yes} is the way of values below the condition, features are named f0, f1, ... */
final class XgboostTree {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private XgboostTree() {}

    static TreeNode read(String json) {
        try {
            return node(MAPPER.readTree(json));
        } catch (JsonProcessingException e) {
            throw new SightlineException(ErrorCode.DEFECT, "expected a tree of XGBoost: " + e.getMessage(), e);
        }
    }

    private static TreeNode node(JsonNode json) {
        if (json.has("leaf")) {
            return new Leaf(json.path("leaf").asDouble());
        }
        int feature = Integer.parseInt(json.path("split").asText().substring(1));
        int below = json.path("yes").asInt();
        return new Split(
                List.of(RankingFeature.values()).get(feature),
                json.path("split_condition").asDouble(),
                node(child(json, below)),
                node(child(json, json.path("no").asInt())),
                json.path("missing").asInt() == below ? Way.BELOW : Way.NOT_BELOW);
    }

    private static JsonNode child(JsonNode json, int id) {
        for (JsonNode child : json.path("children")) {
            if (child.path("nodeid").asInt() == id) {
                return child;
            }
        }
        throw new SightlineException(ErrorCode.DEFECT, "expected a node %d, got none".formatted(id));
    }
}
