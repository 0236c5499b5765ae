package dev.sightline.visual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class DotSignalsTest {

    private static final Label SURE_CAT = new Label("cat", 0.9);
    private static final Label UNSURE_CAT = new Label("cat", 0.4);
    private static final Label DOG = new Label("dog", 0.8);

    private final List<DotEvidence> results = List.of(
            new DotEvidence(0.5, List.of(DOG), "animals"),
            new DotEvidence(0.2, List.of(SURE_CAT), "animals"),
            new DotEvidence(0.3, List.of(UNSURE_CAT, DOG), "food"),
            new DotEvidence(1, List.of(), null));

    @Test
    void topDistance_isThatOfTheNearestResult() {
        assertThat(DotSignals.of(results, 1).topDistance()).isEqualTo(0.2);
    }

    /** Nearness 0.5 + 0.8 + 0.7 + 0 = 2; cat 0.8 x 0.9 + 0.7 x 0.4 = 1; dog 0.5 x 0.8 + 0.7 x 0.8 = 0.96. */
    @Test
    void topAnnotation_isTheLargestWeightByHand() {
        assertThat(DotSignals.of(results, 1).topAnnotation()).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void topAnnotation_namedTwiceByOneResult_countsOnce() {
        var twice = new DotEvidence(0.5, List.of(UNSURE_CAT, SURE_CAT), null);
        assertThat(DotSignals.of(List.of(twice), 1).topAnnotation()).isCloseTo(0.9, within(1e-12));
    }

    @Test
    void conformity_isTheShareOfTheMostFrequentCategoryAmongThoseThatHaveOne() {
        assertThat(DotSignals.of(results, 3).conformity()).isEqualTo(2 / 3.0);
    }

    @Test
    void conformity_ofTooFewCategories_isUnknown() {
        assertThat(DotSignals.of(results, 4).conformity()).isNull();
    }

    @Test
    void conformity_ofABox_isTheShareOfItsOwnCategory() {
        assertThat(DotSignals.of(results, 3, "food").conformity()).isEqualTo(1 / 3.0);
        assertThat(DotSignals.of(results, 3, "chair").conformity()).isZero();
        assertThat(DotSignals.of(results, 4, "food").conformity()).isNull();
        assertThat(DotSignals.of(results, 3, "food").topDistance()).isEqualTo(0.2);
    }

    @Test
    void of_noResults_trustsNothing() {
        assertThat(DotSignals.of(List.of(), 1)).isEqualTo(new DotSignals(1, 0, null));
    }

    @Test
    void of_farthestResultsOnly_weighsNothing() {
        var far = new DotEvidence(1, List.of(SURE_CAT), "animals");
        assertThat(DotSignals.of(List.of(far, far), 2)).isEqualTo(new DotSignals(1, 0, 1.0));
    }

    @Test
    void of_resultsInAnotherOrder_isTheSame() {
        assertThat(DotSignals.of(results.reversed(), 1)).isEqualTo(DotSignals.of(results, 1));
    }

    @Test
    void signals_outsideTheirRange_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DotSignals(0, 0, 1.5))
                .withMessage("expected conformity in 0..1, got 1.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DotSignals(Double.NaN, 0, null))
                .withMessage("expected topDistance in 0..1, got NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DotEvidence(-0.1, List.of(), null))
                .withMessage("expected a Hamming fraction in 0..1, got -0.1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DotSignals.of(List.of(), 0))
                .withMessage("expected minCategorized >= 1, got 0");
    }
}
