package dev.sightline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.engagement.EngagementCounts;
import dev.sightline.engagement.EngagementRates;
import dev.sightline.engagement.Exposure;
import dev.sightline.engagement.PairCounts;
import dev.sightline.events.EngagementKind;
import dev.sightline.index.EngagementIndex;
import dev.sightline.visual.ImageSignature;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What every {@link EngagementIndex} does. */
public abstract class EngagementIndexContract {

    private static final ImageSignature QUERY = Fixtures.aSignature(1);
    private static final ImageSignature OTHER_QUERY = Fixtures.aSignature(2);
    private static final ImageSignature RESULT = Fixtures.aSignature(11);
    private static final ImageSignature OTHER_RESULT = Fixtures.aSignature(12);
    private static final Exposure TOP = new Exposure("web", 1);
    private static final EngagementCounts COUNTS = new EngagementCounts(
            Map.of(TOP, 40L, new Exposure("ios", 12), 7L),
            Map.of(EngagementKind.SAVE, 3L, EngagementKind.LONG_CLICK, 1L, EngagementKind.HIDE, 2L));
    private static final EngagementRates RATES = new EngagementRates(Map.of(
            TOP,
            Map.of(EngagementKind.SAVE, 0.1, EngagementKind.CLOSE_UP, 1.0 / 3),
            new Exposure("ios", 12),
            Map.of()));

    /** The view, empty before each test. */
    protected abstract EngagementIndex index();

    @Test
    void view_ofNothing_knowsNothing() {
        assertThat(index().winners(QUERY, 10)).isEmpty();
        assertThat(index().pairs(QUERY, Set.of(RESULT))).isEmpty();
        assertThat(index().images(Set.of(RESULT))).isEmpty();
        assertThat(index().images(Set.of())).isEmpty();
        assertThat(index().rates()).isEqualTo(EngagementRates.NONE);
        index().forget(Set.of(QUERY));
    }

    @Test
    void replaceAll_ofCounts_givesExactlyThose() {
        index().replaceAll(
                        List.of(new PairCounts(QUERY, RESULT, COUNTS), saves(OTHER_QUERY, OTHER_RESULT, 5)),
                        Map.of(RESULT, COUNTS),
                        RATES);

        assertThat(index().winners(QUERY, 10)).containsExactly(new PairCounts(QUERY, RESULT, COUNTS));
        assertThat(index().pairs(QUERY, Set.of(RESULT, OTHER_RESULT))).isEqualTo(Map.of(RESULT, COUNTS));
        assertThat(index().images(Set.of(RESULT, OTHER_RESULT))).isEqualTo(Map.of(RESULT, COUNTS));
        assertThat(index().rates()).isEqualTo(RATES);
    }

    @Test
    void replaceAll_again_leavesNothingOfBefore() {
        index().replaceAll(List.of(saves(QUERY, RESULT, 5)), Map.of(RESULT, COUNTS), RATES);
        index().replaceAll(List.of(saves(QUERY, OTHER_RESULT, 1)), Map.of(OTHER_RESULT, COUNTS), EngagementRates.NONE);

        assertThat(index().winners(QUERY, 10)).containsExactly(saves(QUERY, OTHER_RESULT, 1));
        assertThat(index().images(Set.of(RESULT))).isEmpty();
        assertThat(index().rates()).isEqualTo(EngagementRates.NONE);

        index().replaceAll(List.of(), Map.of(), EngagementRates.NONE);
        assertThat(index().winners(QUERY, 10)).isEmpty();
    }

    @Test
    void winners_ofManyResults_areThoseWithMostSavesThenClicksThenBySignature() {
        PairCounts clicked = new PairCounts(
                QUERY,
                Fixtures.aSignature(30),
                new EngagementCounts(Map.of(), Map.of(EngagementKind.SAVE, 2L, EngagementKind.CLICK, 9L)));
        List<PairCounts> equal = LongStream.range(20, 25)
                .mapToObj(seed -> saves(QUERY, Fixtures.aSignature(seed), 2))
                .sorted(Comparator.comparing(PairCounts::result))
                .toList();
        PairCounts best = saves(QUERY, RESULT, 10);
        List<PairCounts> all = new ArrayList<>(equal.reversed());
        all.addAll(List.of(saves(QUERY, OTHER_RESULT, 0), clicked, best, saves(OTHER_QUERY, RESULT, 99)));
        index().replaceAll(all, Map.of(), RATES);

        assertThat(index().winners(QUERY, 6))
                .containsExactly(best, clicked, equal.get(0), equal.get(1), equal.get(2), equal.get(3));
    }

    @Test
    void forget_ofAnImage_forgetsItAsQueryAndAsResult() {
        List<PairCounts> left = List.of(saves(OTHER_QUERY, OTHER_RESULT, 1));
        index().replaceAll(
                        List.of(saves(QUERY, OTHER_RESULT, 3), saves(OTHER_QUERY, QUERY, 2), left.getFirst()),
                        Map.of(QUERY, COUNTS, OTHER_RESULT, COUNTS),
                        RATES);

        index().forget(Set.of(QUERY));
        index().forget(Set.of(QUERY));

        assertThat(index().winners(QUERY, 10)).isEmpty();
        assertThat(index().winners(OTHER_QUERY, 10)).isEqualTo(left);
        assertThat(index().images(Set.of(QUERY, OTHER_RESULT))).isEqualTo(Map.of(OTHER_RESULT, COUNTS));
    }

    @Test
    void replaceAll_ofTheSameAfterForgetting_saysAllAgain() {
        List<PairCounts> pairs = List.of(saves(QUERY, RESULT, 3));
        index().replaceAll(pairs, Map.of(RESULT, COUNTS), RATES);
        index().forget(Set.of(RESULT));
        index().replaceAll(pairs, Map.of(RESULT, COUNTS), RATES);

        assertThat(index().winners(QUERY, 10)).isEqualTo(pairs);
        assertThat(index().images(Set.of(RESULT))).isEqualTo(Map.of(RESULT, COUNTS));
    }

    @Test
    void counts_ofMoreImagesThanOneAnswerHolds_areAllThere() {
        Map<ImageSignature, EngagementCounts> many = LongStream.range(0, 2_500)
                .mapToObj(Fixtures::aSignature)
                .collect(Collectors.toMap(Function.identity(), image -> COUNTS));
        List<PairCounts> pairs =
                many.keySet().stream().map(image -> saves(QUERY, image, 1)).toList();
        index().replaceAll(pairs, many, RATES);

        assertThat(index().images(many.keySet())).isEqualTo(many);
        assertThat(index().pairs(QUERY, many.keySet())).hasSize(many.size());
    }

    private static PairCounts saves(ImageSignature query, ImageSignature result, long saves) {
        return new PairCounts(query, result, new EngagementCounts(Map.of(), Map.of(EngagementKind.SAVE, saves)));
    }
}
