package dev.sightline.ranking;

import static dev.sightline.ranking.RankingFeature.BOOST;
import static dev.sightline.ranking.RankingFeature.COSINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.sightline.ranking.TreeNode.Leaf;
import dev.sightline.ranking.TreeNode.Split;
import dev.sightline.ranking.TreeNode.Way;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RankingModelTest {

    private static final LinearModel LINEAR =
            new LinearModel("linear-1", 0.5, Map.of(COSINE, 2.0, BOOST, -1.0), Map.of(COSINE, 0.25));
    private static final TreeModel TREES = new TreeModel(
            "trees-1",
            1,
            List.of(
                    new Split(
                            COSINE,
                            0.5,
                            new Leaf(-1),
                            new Split(BOOST, 0, new Leaf(2), new Leaf(4), Way.BELOW),
                            Way.NOT_BELOW),
                    new Leaf(0.125)));

    @Test
    void score_linear_isTheWeightedSum() {
        assertThat(LINEAR.score(new FeatureValues(Map.of(COSINE, 0.75, BOOST, 1.0))))
                .isEqualTo(0.5 + 1.5 - 1);
    }

    @Test
    void score_linearWithMissingFeatures_takesWhatStandsForThem() {
        assertThat(LINEAR.score(FeatureValues.NONE)).isCloseTo(0.5 + 2 * 0.25, within(1e-12));
    }

    @Test
    void score_trees_isBasePlusOneLeafOfEach() {
        assertThat(TREES.score(new FeatureValues(Map.of(COSINE, 0.4)))).isEqualTo(1 - 1 + 0.125);
        assertThat(TREES.score(new FeatureValues(Map.of(COSINE, 0.5, BOOST, 0.0))))
                .isEqualTo(1 + 4 + 0.125);
        assertThat(TREES.score(new FeatureValues(Map.of(COSINE, 0.5, BOOST, -0.1))))
                .isEqualTo(1 + 2 + 0.125);
    }

    @Test
    void score_treesWithMissingFeatures_goesTheWayOfMissing() {
        assertThat(TREES.score(FeatureValues.NONE)).isEqualTo(1 + 2 + 0.125);
    }

    @Test
    void features_areThoseOfTheScore() {
        assertThat(LINEAR.features()).containsExactlyInAnyOrder(COSINE, BOOST);
        assertThat(TREES.features()).containsExactlyInAnyOrder(COSINE, BOOST);
    }

    @Test
    void models_thatAreNone_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LinearModel("none", 0, Map.of(COSINE, 1.0), Map.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new LinearModel("a/b", 0, Map.of(COSINE, 1.0), Map.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new LinearModel("a", 0, Map.of(), Map.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LinearModel("a", 0, Map.of(COSINE, Double.NaN), Map.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LinearModel("a", 0, Map.of(COSINE, 1.0), Map.of(BOOST, 1.0)));
        assertThatIllegalArgumentException().isThrownBy(() -> new TreeModel("a", 0, List.of()));
    }

    @Test
    void trees_thatAreTooDeep_areRefused() {
        TreeNode deep = new Leaf(1);
        for (int depth = 1; depth <= TreeModel.MAX_DEPTH; depth++) {
            deep = new Split(COSINE, 0, deep, new Leaf(0), Way.BELOW);
        }
        List<TreeNode> trees = List.of(deep);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TreeModel("a", 0, trees))
                .withMessageContaining("17");
    }
}
