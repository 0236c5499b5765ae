package dev.sightline.visual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sightline.visual.ObjectMatchRule.ImageMatch;
import dev.sightline.visual.ObjectMatchRule.Match;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ObjectMatchRulePropertiesTest {

    private static final double ROUNDING = 1e-9;
    private static final int QUERY_OBJECTS = 3;

    @Property
    void score_anyMatches_liesBetweenZeroAndTheLargestCosine(
            @ForAll("rules") ObjectMatchRule rule, @ForAll("matches") List<Match<Integer>> matches) {
        double largest = matches.stream().mapToDouble(Match::cosine).max().orElseThrow();

        assertThat(rule.score(matches)).isBetween(0.0, Math.max(0, largest) + ROUNDING);
    }

    @Property
    void score_oneMoreMatch_isNeverLower(
            @ForAll("rules") ObjectMatchRule rule,
            @ForAll("matches") List<Match<Integer>> matches,
            @ForAll("match") Match<Integer> another) {
        List<Match<Integer>> more = new ArrayList<>(matches);
        more.add(another);

        assertThat(rule.score(more)).isGreaterThanOrEqualTo(rule.score(matches));
    }

    @Property
    void score_otherOrder_isTheSame(
            @ForAll("rules") ObjectMatchRule rule, @ForAll("matches") List<Match<Integer>> matches) {
        List<Match<Integer>> reversed = new ArrayList<>(matches);
        Collections.reverse(reversed);

        assertThat(rule.score(reversed)).isEqualTo(rule.score(matches));
    }

    @Property
    void score_scaledWeights_isTheSame(
            @ForAll("rules") ObjectMatchRule rule, @ForAll("matches") List<Match<Integer>> matches) {
        ObjectMatchRule half = new ObjectMatchRule(
                rule.weights().stream().map(weight -> weight / 2).toList());

        assertThat(half.score(matches)).isCloseTo(rule.score(matches), within(ROUNDING));
    }

    @Property
    void match_anyMatches_namesEachObjectOnce(
            @ForAll("rules") ObjectMatchRule rule, @ForAll("matches") List<Match<Integer>> matches) {
        ImageMatch<Integer> image = rule.match(matches);
        List<Integer> named = new ArrayList<>(image.others());
        named.add(image.best());

        assertThat(named)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        matches.stream().map(Match::object).distinct().toList());
    }

    @Provide
    Arbitrary<ObjectMatchRule> rules() {
        return Arbitraries.doubles()
                .between(0.01, 1)
                .list()
                .ofSize(QUERY_OBJECTS)
                .map(ObjectMatchRule::new);
    }

    @Provide
    Arbitrary<Match<Integer>> match() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, QUERY_OBJECTS - 1),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.doubles().between(-1, 1))
                .as(Match::new);
    }

    @Provide
    Arbitrary<List<Match<Integer>>> matches() {
        return match().list().ofMinSize(1).ofMaxSize(12);
    }
}
