package dev.sightline.ranking;

import java.util.Set;
import java.util.TreeSet;

/** A node of a decision tree, with all that is below it. Immutable. */
public sealed interface TreeNode {

    /** What the tree says of a candidate. */
    double value(FeatureValues features);

    /** The nodes on the longest way down, this one included. */
    int depth();

    /** The features that are asked for here and below. */
    Set<RankingFeature> features();

    /**
     * An end of the tree.
     *
     * @throws IllegalArgumentException if the value is not finite
     */
    record Leaf(double value) implements TreeNode {

        public Leaf {
            RankerRules.requireFinite("the value of a leaf", value);
        }

        @Override
        public double value(FeatureValues features) {
            return value;
        }

        @Override
        public int depth() {
            return 1;
        }

        @Override
        public Set<RankingFeature> features() {
            return Set.of();
        }
    }

    /**
     * A question: {@code below} goes on if the value is below the threshold, {@code notBelow} if it is not, and {@code missing} says which of both
     * if the feature is missing.
     *
     * @throws IllegalArgumentException if the threshold is not finite
     */
    record Split(RankingFeature feature, double threshold, TreeNode below, TreeNode notBelow, Way missing)
            implements TreeNode {

        public Split {
            RankerRules.requireFinite("the threshold of " + feature.slug(), threshold);
        }

        @Override
        public double value(FeatureValues features) {
            Way way = features.value(feature).stream()
                    .mapToObj(value -> value < threshold ? Way.BELOW : Way.NOT_BELOW)
                    .findFirst()
                    .orElse(missing);
            return switch (way) {
                case BELOW -> below.value(features);
                case NOT_BELOW -> notBelow.value(features);
            };
        }

        @Override
        public int depth() {
            return 1 + Math.max(below.depth(), notBelow.depth());
        }

        @Override
        public Set<RankingFeature> features() {
            Set<RankingFeature> all = new TreeSet<>(below.features());
            all.addAll(notBelow.features());
            all.add(feature);
            return all;
        }
    }

    /** Where a question leads. */
    enum Way {
        /** To the part for values below the threshold. */
        BELOW("below"),
        /** To the part for all other values. */
        NOT_BELOW("notBelow");

        private final String field;

        Way(String field) {
            this.field = field;
        }

        /** Its name in documents. */
        String field() {
            return field;
        }
    }
}
