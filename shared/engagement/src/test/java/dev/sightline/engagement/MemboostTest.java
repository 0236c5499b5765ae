package dev.sightline.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.sightline.events.EngagementKind;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MemboostTest {

    private static final double ROUNDING = 1e-12;
    private static final Exposure TOP = new Exposure("web", 1);
    private static final Exposure FIFTH = new Exposure("web", 5);
    private static final Memboost SAVES = new Memboost(5, Map.of(EngagementKind.SAVE, 1.0));
    private static final EngagementRates RATES = new EngagementRates(Map.of(
            TOP, Map.of(EngagementKind.SAVE, 0.1, EngagementKind.CLICK, 0.4),
            FIFTH, Map.of(EngagementKind.SAVE, 0.02, EngagementKind.CLICK, 0.1)));

    @Test
    void boost_withoutData_isNone() {
        assertThat(SAVES.boost(EngagementCounts.NONE, RATES)).isZero();
        assertThat(SAVES.boost(EngagementCounts.NONE, EngagementRates.NONE)).isZero();
    }

    @Test
    void boost_ofTwoPlaces_comparesWithTheActionsThatBothExplain() {
        EngagementCounts counts = counts(Map.of(TOP, 100L, FIFTH, 250L), Map.of(EngagementKind.SAVE, 45L));

        assertThat(Memboost.expected(EngagementKind.SAVE, counts, RATES)).isCloseTo(15, within(ROUNDING));
        assertThat(SAVES.boost(counts, RATES)).isCloseTo(Math.log(50.0 / 20), within(ROUNDING));
    }

    @Test
    void boost_ofSeveralKinds_isTheirWeightedSum() {
        Memboost both = new Memboost(5, Map.of(EngagementKind.SAVE, 1.0, EngagementKind.CLICK, 0.25));
        EngagementCounts counts =
                counts(Map.of(TOP, 100L), Map.of(EngagementKind.SAVE, 25L, EngagementKind.CLICK, 10L));

        assertThat(both.boost(counts, RATES))
                .isCloseTo(Math.log(30.0 / 15) + 0.25 * Math.log(15.0 / 45), within(ROUNDING));
    }

    @Test
    void boost_ofKindWithoutWeight_leavesItOut() {
        EngagementCounts hidden = counts(Map.of(), Map.of(EngagementKind.HIDE, 1000L, EngagementKind.CLICK, 1000L));

        assertThat(SAVES.boost(hidden, RATES)).isZero();
    }

    @Test
    void boost_ofTheSameRatioOnMoreData_isFurtherFromNone() {
        double few = SAVES.boost(counts(Map.of(TOP, 10L), Map.of(EngagementKind.SAVE, 2L)), RATES);
        double many = SAVES.boost(counts(Map.of(TOP, 10_000L), Map.of(EngagementKind.SAVE, 2_000L)), RATES);

        assertThat(few).isCloseTo(Math.log(7.0 / 6), within(ROUNDING)).isLessThan(0.2);
        assertThat(many).isCloseTo(Math.log(2), within(0.01));
    }

    @Test
    void boost_withMoreSmoothing_isNearerToNone() {
        EngagementCounts lucky = counts(Map.of(TOP, 10L), Map.of(EngagementKind.SAVE, 5L));
        Memboost careful = new Memboost(50, SAVES.weights());

        assertThat(careful.boost(lucky, RATES)).isBetween(0.0, SAVES.boost(lucky, RATES) / 4);
    }

    @Test
    void boost_withFewerActionsThanExpected_isNegative() {
        assertThat(SAVES.boost(counts(Map.of(TOP, 100L), Map.of()), RATES)).isCloseTo(-Math.log(3), within(ROUNDING));
    }

    @Test
    void memboost_outsideItsRanges_isRefusedWithTheNumber() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Memboost(0, Map.of()))
                .withMessageContaining("0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Memboost(Double.NaN, Map.of()))
                .withMessageContaining("NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Memboost(1, Map.of(EngagementKind.LONG_CLICK, 1.5)))
                .withMessageContaining("long-click")
                .withMessageContaining("1.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Memboost(1, Map.of(EngagementKind.IMPRESSION, 1.0)))
                .withMessageContaining("actions only");
    }

    private static EngagementCounts counts(Map<Exposure, Long> impressions, Map<EngagementKind, Long> actions) {
        return new EngagementCounts(impressions, actions);
    }
}
