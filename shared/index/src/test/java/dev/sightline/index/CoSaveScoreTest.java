package dev.sightline.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CoSaveScoreTest {

    private static final double EXACT = 1e-12;

    @Test
    void of_goldens() {
        assertThat(CoSaveScore.of(1, 1, 1)).isCloseTo(1 / (2 * Math.pow(2, 0.1)), within(EXACT));
        assertThat(CoSaveScore.of(10, 10, 10)).isCloseTo(10 / (11 * Math.pow(11, 0.1)), within(EXACT));
        assertThat(CoSaveScore.of(2, 3, 8)).isCloseTo(2 / (4 * Math.pow(9, 0.1)), within(EXACT));
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
