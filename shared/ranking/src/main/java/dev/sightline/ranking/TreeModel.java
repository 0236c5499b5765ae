package dev.sightline.ranking;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Boosted trees: {@code base} plus the sum of what all trees say. Where a missing feature leads is said at each question. At most
 * {@value #MAX_TREES} trees, each at most {@value #MAX_DEPTH} nodes deep. Ours.
 *
 * @throws IllegalArgumentException if the version is not one, the base is not finite, or there are no, too many or too deep trees
 */
public record TreeModel(String version, double base, List<TreeNode> trees) implements RankingModel {

    /** The most trees of a model. */
    public static final int MAX_TREES = 1000;

    /** The longest way through a tree, in nodes. */
    public static final int MAX_DEPTH = 16;

    public TreeModel {
        RankerRules.requireVersion(version);
        RankerRules.requireFinite("base", base);
        trees = List.copyOf(trees);
        int deepest = trees.stream().mapToInt(TreeNode::depth).max().orElse(0);
        if (trees.isEmpty() || trees.size() > MAX_TREES || deepest > MAX_DEPTH) {
            throw new IllegalArgumentException("expected 1..%d trees of at most %d nodes in depth, got %d of up to %d"
                    .formatted(MAX_TREES, MAX_DEPTH, trees.size(), deepest));
        }
    }

    @Override
    public Set<RankingFeature> features() {
        Set<RankingFeature> all = new TreeSet<>();
        trees.forEach(tree -> all.addAll(tree.features()));
        return all;
    }

    @Override
    public double score(FeatureValues features) {
        return base + trees.stream().mapToDouble(tree -> tree.value(features)).sum();
    }
}
