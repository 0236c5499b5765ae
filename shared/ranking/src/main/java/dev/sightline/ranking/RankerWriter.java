package dev.sightline.ranking;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.ranking.TreeNode.Leaf;
import dev.sightline.ranking.TreeNode.Split;
import dev.sightline.ranking.TreeNode.Way;
import java.util.Map;
import java.util.TreeMap;

/** Makes a document of a ranker, with features in the order of {@link RankingFeature}. */
final class RankerWriter {

    private RankerWriter() {}

    static ObjectNode write(RankingModel model) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put(RankerFields.VERSION, model.version());
        document.put(RankerFields.FEATURE_VERSION, RankingFeature.VERSION);
        switch (model) {
            case LinearModel linear -> {
                document.put(RankerFields.KIND, RankerFields.LINEAR);
                document.put(RankerFields.INTERCEPT, linear.intercept());
                numbers(document.putObject(RankerFields.WEIGHTS), linear.weights());
                numbers(document.putObject(RankerFields.MISSING), linear.missing());
            }
            case TreeModel trees -> {
                document.put(RankerFields.KIND, RankerFields.TREES);
                document.put(RankerFields.BASE, trees.base());
                var nodes = document.putArray(RankerFields.TREES);
                trees.trees().forEach(tree -> node(nodes.addObject(), tree));
            }
        }
        return document;
    }

    private static void numbers(ObjectNode node, Map<RankingFeature, Double> numbers) {
        new TreeMap<>(numbers).forEach((feature, number) -> node.put(feature.slug(), number));
    }

    private static void node(ObjectNode node, TreeNode tree) {
        switch (tree) {
            case Leaf leaf -> node.put(RankerFields.VALUE, leaf.value());
            case Split split -> {
                node.put(RankerFields.FEATURE, split.feature().slug());
                node.put(RankerFields.THRESHOLD, split.threshold());
                node.put(RankerFields.MISSING, split.missing().field());
                node(node.putObject(Way.BELOW.field()), split.below());
                node(node.putObject(Way.NOT_BELOW.field()), split.notBelow());
            }
        }
    }
}
