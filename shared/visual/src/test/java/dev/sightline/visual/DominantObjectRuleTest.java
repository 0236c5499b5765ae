package dev.sightline.visual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class DominantObjectRuleTest {

    private static final double ROUNDING = 1e-12;

    private final DominantObjectRule rule = new DominantObjectRule(0.4);

    @Test
    void score_ofWholeFrame_isItsConfidence() {
        assertThat(DominantObjectRule.score(object(0.9, NormalizedBox.FULL))).isCloseTo(0.9, within(ROUNDING));
    }

    @Test
    void score_inTheMiddle_isConfidenceTimesSide() {
        // Side 0.5 in the middle: 0.8 * 0.5 * 1
        assertThat(DominantObjectRule.score(object(0.8, new NormalizedBox(0.25, 0.25, 0.5, 0.5))))
                .isCloseTo(0.4, within(ROUNDING));
        // Area 0.16 in the middle: 0.5 * 0.4 * 1
        assertThat(DominantObjectRule.score(object(0.5, new NormalizedBox(0.1, 0.4, 0.8, 0.2))))
                .isCloseTo(0.2, within(ROUNDING));
    }

    @Test
    void score_halfWayToTheCorner_isHalved() {
        // Centre (0.25, 0.25) is half way from the middle to the corner: 1 * 0.5 * 0.5
        assertThat(DominantObjectRule.score(object(1, new NormalizedBox(0, 0, 0.5, 0.5))))
                .isCloseTo(0.25, within(ROUNDING));
        // Centre (0.5, 0.25): distance 0.25 of sqrt(0.5); area 0.5
        assertThat(DominantObjectRule.score(object(1, new NormalizedBox(0, 0, 1, 0.5))))
                .isCloseTo(Math.sqrt(0.5) * (1 - 0.25 / Math.sqrt(0.5)), within(ROUNDING));
    }

    @Test
    void score_anyWhere_staysInZeroToOne() {
        for (double x = 0; x < 1; x += 0.01) {
            assertThat(DominantObjectRule.score(object(1, new NormalizedBox(x, 0, 1 - x, 1e-6))))
                    .isBetween(0.0, 1.0);
        }
    }

    @Test
    void dominant_withSeveral_isThatOfTheHighestScoreNotTheSurest() {
        DetectedObject surestInTheCorner = object(1, new NormalizedBox(0, 0, 0.5, 0.5));
        DetectedObject large = object(0.7, NormalizedBox.FULL);

        assertThat(rule.dominant(List.of(surestInTheCorner, large))).hasValueSatisfying(dominant -> {
            assertThat(dominant.position()).isEqualTo(1);
            assertThat(dominant.object()).isEqualTo(large);
            assertThat(dominant.score()).isCloseTo(0.7, within(ROUNDING));
        });
    }

    @Test
    void dominant_withTie_isTheFirst() {
        DetectedObject cat = new DetectedObject("cat", 0.5, NormalizedBox.FULL);
        DetectedObject dog = new DetectedObject("dog", 0.5, NormalizedBox.FULL);

        assertThat(rule.dominant(List.of(cat, dog))).hasValue(new DominantObject(0, cat, 0.5));
    }

    @Test
    void dominant_atAndBelowTheThreshold_passesAndFails() {
        assertThat(rule.dominant(List.of(object(0.4, NormalizedBox.FULL)))).isPresent();
        assertThat(rule.dominant(List.of(object(0.39, NormalizedBox.FULL)))).isEmpty();
    }

    @Test
    void dominant_withoutObjects_isNone() {
        assertThat(new DominantObjectRule(0).dominant(List.of())).isEmpty();
    }

    @Test
    void dominant_ofScoreZeroWithThresholdZero_isThere() {
        assertThat(new DominantObjectRule(0).dominant(List.of(object(0, NormalizedBox.FULL))))
                .isPresent();
    }

    @Test
    void rule_withThresholdOutsideZeroToOne_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new DominantObjectRule(1.1));
        assertThatIllegalArgumentException().isThrownBy(() -> new DominantObjectRule(Double.NaN));
    }

    private static DetectedObject object(double confidence, NormalizedBox box) {
        return new DetectedObject("thing", confidence, box);
    }
}
