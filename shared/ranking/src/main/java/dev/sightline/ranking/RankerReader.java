package dev.sightline.ranking;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.ranking.TreeNode.Leaf;
import dev.sightline.ranking.TreeNode.Split;
import dev.sightline.ranking.TreeNode.Way;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Makes a ranker of a document that follows the schema. By hand, so that a native executable needs no reflection for it. */
final class RankerReader {

    private RankerReader() {}

    static RankingModel read(JsonNode document) {
        String version = document.path(RankerFields.VERSION).asText();
        return switch (document.path(RankerFields.KIND).asText()) {
            case RankerFields.LINEAR ->
                new LinearModel(
                        version,
                        document.path(RankerFields.INTERCEPT).asDouble(),
                        numbers(document.path(RankerFields.WEIGHTS)),
                        numbers(document.path(RankerFields.MISSING)));
            case RankerFields.TREES ->
                new TreeModel(
                        version, document.path(RankerFields.BASE).asDouble(), trees(document.path(RankerFields.TREES)));
            case String kind ->
                throw new IllegalArgumentException("expected a kind of ranker, got '%s'".formatted(kind));
        };
    }

    private static Map<RankingFeature, Double> numbers(JsonNode node) {
        Map<RankingFeature, Double> read = new EnumMap<>(RankingFeature.class);
        node.properties()
                .forEach(field ->
                        read.put(feature(field.getKey()), field.getValue().asDouble()));
        return read;
    }

    private static List<TreeNode> trees(JsonNode node) {
        List<TreeNode> trees = new ArrayList<>();
        node.forEach(tree -> trees.add(tree(tree, 1)));
        return trees;
    }

    private static TreeNode tree(JsonNode node, int depth) {
        if (depth > TreeModel.MAX_DEPTH) {
            throw new IllegalArgumentException(
                    "expected trees of at most %d nodes in depth, got a deeper one".formatted(TreeModel.MAX_DEPTH));
        }
        if (node.has(RankerFields.VALUE)) {
            return new Leaf(node.path(RankerFields.VALUE).asDouble());
        }
        boolean below = node.path(RankerFields.MISSING).asText().equals(Way.BELOW.field());
        return new Split(
                feature(node.path(RankerFields.FEATURE).asText()),
                node.path(RankerFields.THRESHOLD).asDouble(),
                tree(node.path(Way.BELOW.field()), depth + 1),
                tree(node.path(Way.NOT_BELOW.field()), depth + 1),
                below ? Way.BELOW : Way.NOT_BELOW);
    }

    private static RankingFeature feature(String slug) {
        return RankingFeature.ofSlug(slug)
                .orElseThrow(
                        () -> new IllegalArgumentException("expected the name of a feature, got '%s'".formatted(slug)));
    }
}
