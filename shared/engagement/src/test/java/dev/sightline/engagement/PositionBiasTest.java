package dev.sightline.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sightline.events.EngagementKind;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** A boost says what a thing is like, not where it was shown. */
class PositionBiasTest {

    private static final EngagementKind SAVE = EngagementKind.SAVE;
    private static final int PLACES = 10;
    private static final Memboost BOOST = new Memboost(5, Map.of(SAVE, 1.0));

    @Property
    void boost_equalThingsOfEqualExpectation_areEqualAtAnyTwoRanks(
            @ForAll @IntRange(min = 1, max = 50) int rank,
            @ForAll @IntRange(min = 1, max = 50) int otherRank,
            @ForAll @IntRange(min = 1, max = 1000) int expected,
            @ForAll @DoubleRange(min = 0, max = 5) double quality) {
        EngagementRates rates = rates(50);

        assertThat(boostAt(rank, expected, quality, rates))
                .isCloseTo(boostAt(otherRank, expected, quality, rates), within(1e-9));
    }

    /** Shown {@code 2^(rank - 1)} times as often as it would have to be at the top: as many actions are expected. */
    private static double boostAt(int rank, int expected, double quality, EngagementRates rates) {
        Exposure place = new Exposure("web", rank);
        long impressions = Math.round(expected / rates.rate(place, SAVE));
        return BOOST.boost(counts(place, impressions, Math.round(quality * expected)), rates);
    }

    @Property
    void boost_thingThatDoesAsItsPlaceDoes_isNoneAtAnyRank(
            @ForAll @IntRange(min = 1, max = 20) int rank, @ForAll @IntRange(min = 0, max = 1000) int actions) {
        Exposure place = new Exposure("web", rank);

        assertThat(BOOST.boost(counts(place, (long) actions << rank, actions), rates(20)))
                .isCloseTo(0, within(1e-9));
    }

    /** Users look at lower places less; two things that everybody likes alike are shown at the two ends. Saves alone tell them apart, boosts do not. */
    @Test
    void boost_ofEqualThingsAtBothEnds_isEqualWhereSavesAreNot() {
        Random random = new Random(7);
        long impressions = 20_000;
        long[] saves = IntStream.rangeClosed(1, PLACES)
                .mapToLong(rank -> savesOf(impressions, 0.2 / rank, random))
                .toArray();
        EngagementRates rates = new EngagementRates(IntStream.rangeClosed(1, PLACES)
                .boxed()
                .collect(Collectors.toMap(
                        rank -> new Exposure("web", rank),
                        rank -> Map.of(SAVE, saves[rank - 1] / (double) impressions))));
        long first = savesOf(impressions, 2 * 0.2, random);
        long last = savesOf(impressions, 2 * 0.2 / PLACES, random);

        assertThat(first).isGreaterThan(9 * last);
        assertThat(BOOST.boost(counts(new Exposure("web", 1), impressions, first), rates))
                .isCloseTo(Math.log(2), within(0.1));
        assertThat(BOOST.boost(counts(new Exposure("web", PLACES), impressions, last), rates))
                .isCloseTo(Math.log(2), within(0.1));
    }

    private static long savesOf(long impressions, double probability, Random random) {
        return IntStream.range(0, Math.toIntExact(impressions))
                .filter(i -> random.nextDouble() < probability)
                .count();
    }

    /** Half as many saves at each next place. */
    private static EngagementRates rates(int places) {
        return new EngagementRates(IntStream.rangeClosed(1, places)
                .boxed()
                .collect(Collectors.toMap(
                        rank -> new Exposure("web", rank), rank -> Map.of(SAVE, Math.scalb(1.0, -rank)))));
    }

    private static EngagementCounts counts(Exposure place, long impressions, long saves) {
        return new EngagementCounts(Map.of(place, impressions), Map.of(SAVE, saves));
    }
}
