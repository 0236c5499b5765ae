package dev.sightline.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CoSaveScoreTest {

    private static final double EXACT = 1e-6;

    @Test
    void of_goldens() {
        assertThat(CoSaveScore.of(1, 1, 1)).isCloseTo(0.4665165, within(EXACT));
        assertThat(CoSaveScore.of(10, 10, 10)).isCloseTo(0.7152668, within(EXACT));
        assertThat(CoSaveScore.of(2, 3, 8)).isCloseTo(0.4013708, within(EXACT));
        assertThat(CoSaveScore.of(0, 5, 5)).isZero();
    }

    @Test
    void of_sameBoardsInCommon_isLessForTheMorePopularImage() {
        assertThat(CoSaveScore.of(3, 5, 4)).isGreaterThan(CoSaveScore.of(3, 5, 400));
    }

    @Test
    void of_moreBoardsInCommon_isMoreEvenIfTheImageIsEverywhere() {
        assertThat(CoSaveScore.of(3, 5, 400)).isGreaterThan(CoSaveScore.of(2, 5, 20));
    }

    @Test
    void of_oneBoardInAll_isLessThanManyOfMany() {
        assertThat(CoSaveScore.of(1, 8, 1)).isLessThan(CoSaveScore.of(5, 8, 6));
    }
}
