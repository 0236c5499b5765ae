package dev.sightline.visual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sightline.visual.ObjectMatchRule.ImageMatch;
import dev.sightline.visual.ObjectMatchRule.Match;
import java.util.List;
import org.junit.jupiter.api.Test;

class ObjectMatchRuleTest {

    private static final ObjectMatchRule ONE = new ObjectMatchRule(List.of(0.3));
    private static final ObjectMatchRule TWO = new ObjectMatchRule(List.of(0.6, 0.2));

    @Test
    void score_oneQueryObject_isTheLargestCosine() {
        assertThat(ONE.score(List.of(new Match<>(0, "a", 0.4), new Match<>(0, "b", 0.7))))
                .isEqualTo(0.7);
    }

    @Test
    void score_twoQueryObjects_isTheMeanWeightedByDominance() {
        // (0.6 * 0.5 + 0.2 * 0.9) / 0.8
        assertThat(TWO.score(List.of(new Match<>(0, "a", 0.5), new Match<>(1, "b", 0.9))))
                .isCloseTo(0.6, within(1e-12));
    }

    @Test
    void score_queryObjectWithoutMatch_countsAsZero() {
        // (0.6 * 0.8 + 0.2 * 0) / 0.8
        assertThat(TWO.score(List.of(new Match<>(0, "a", 0.8)))).isCloseTo(0.6, within(1e-12));
    }

    @Test
    void score_negativeCosine_countsAsNoMatch() {
        assertThat(TWO.score(List.of(new Match<>(0, "a", 0.8), new Match<>(1, "b", -0.5))))
                .isEqualTo(TWO.score(List.of(new Match<>(0, "a", 0.8))));
    }

    @Test
    void score_noMatch_isZero() {
        assertThat(TWO.score(List.of())).isZero();
    }

    @Test
    void score_allWeightsZero_weighsEqually() {
        ObjectMatchRule rule = new ObjectMatchRule(List.of(0.0, 0.0));

        assertThat(rule.score(List.of(new Match<>(0, "a", 0.4), new Match<>(1, "b", 0.8))))
                .isCloseTo(0.6, within(1e-12));
    }

    @Test
    void match_someObjects_namesTheBestAndTheOthersNearestFirst() {
        List<Match<String>> matches =
                List.of(new Match<>(0, "c", 0.1), new Match<>(1, "a", 0.9), new Match<>(0, "b", 0.5));

        ImageMatch<String> image = TWO.match(matches);

        assertThat(image.best()).isEqualTo("a");
        assertThat(image.others()).containsExactly("b", "c");
        assertThat(image.score()).isEqualTo(TWO.score(matches));
    }

    @Test
    void match_objectNearTwoQueryObjects_isNamedOnce() {
        ImageMatch<String> image =
                TWO.match(List.of(new Match<>(0, "a", 0.2), new Match<>(1, "a", 0.9), new Match<>(0, "b", 0.5)));

        assertThat(image.best()).isEqualTo("a");
        assertThat(image.others()).containsExactly("b");
    }

    @Test
    void match_equalCosines_prefersTheHeavierQueryObjectThenTheFirst() {
        ImageMatch<String> image =
                TWO.match(List.of(new Match<>(1, "c", 0.5), new Match<>(0, "a", 0.5), new Match<>(0, "b", 0.5)));

        assertThat(image.best()).isEqualTo("a");
        assertThat(image.others()).containsExactly("b", "c");
    }

    @Test
    void match_noMatch_isRefused() {
        assertThatThrownBy(() -> ONE.match(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least one match");
    }

    @Test
    void score_unknownQueryObject_isRefusedWithBothNumbers() {
        assertThatThrownBy(() -> TWO.score(List.of(new Match<>(2, "a", 0.5))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected a query object in 0..1, got 2");
    }

    @Test
    void new_wrongWeights_areRefused() {
        assertThatThrownBy(() -> new ObjectMatchRule(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ObjectMatchRule(List.of(0.5, -0.1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected finite weights >= 0, got [0.5, -0.1]");
        assertThatThrownBy(() -> new ObjectMatchRule(List.of(Double.NaN))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ObjectMatchRule(List.of(Double.POSITIVE_INFINITY)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
