package dev.sightline.lab.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BootstrapTest {

    private final Bootstrap bootstrap = Bootstrap.of(1);

    @Test
    void mean_ofEqualValues_hasNoWidth() {
        assertThat(bootstrap.mean(new double[] {0.5, 0.5, 0.5})).isEqualTo(new Interval(0.5, 0.5, 0.5));
    }

    @Test
    void mean_ofTwoValues_reachesFromOneToTheOther() {
        // A quarter of all resamples is (0, 0), a quarter (1, 1): both tails of 2.5 % lie there.
        assertThat(bootstrap.mean(new double[] {0, 1})).isEqualTo(new Interval(0.5, 0, 1));
    }

    @Test
    void mean_ofManyCoinTosses_isAsWideAsTheNormalApproximation() {
        double[] tosses = new double[400];
        Arrays.fill(tosses, 0, 200, 1);

        Interval interval = bootstrap.mean(tosses);

        // 1.96 x sqrt(0.25 / 400) = 0.049
        assertThat(interval.low()).isCloseTo(0.451, within(0.005));
        assertThat(interval.high()).isCloseTo(0.549, within(0.005));
    }

    @Test
    void mean_withTheSameSeed_isTheSame_withAnotherIsNot() {
        double[] values = new SplittableRandom(3).doubles(50).toArray();

        assertThat(Bootstrap.of(7).mean(values)).isEqualTo(Bootstrap.of(7).mean(values));
        assertThat(Bootstrap.of(8).mean(values)).isNotEqualTo(Bootstrap.of(7).mean(values));
    }

    @Test
    void meanDifference_ofSystemsThatDifferByAConstant_knowsItExactly() {
        double[] system = {0.75, 0.25, 1.0};
        double[] baseline = {0.5, 0.0, 0.75};

        Interval difference = bootstrap.meanDifference(system, baseline);

        assertThat(difference).isEqualTo(new Interval(0.25, 0.25, 0.25));
        assertThat(difference.excludesZero()).isTrue();
    }

    @Test
    void meanDifference_ofDifferentNumbersOfQueries_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bootstrap.meanDifference(new double[2], new double[3]))
                .withMessage("expected two values per query, got 2 and 3");
    }

    @Test
    void mean_ofNothing_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bootstrap.mean(new double[0]))
                .withMessage("expected at least one query, got none");
    }

    @Test
    void resamples_belowAHundred_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Bootstrap(99, 1))
                .withMessage("expected at least 100 resamples, got 99");
    }

    @Property(tries = 50)
    void mean_ofAnyValues_liesInItsIntervalAndThatInTheValues(
            @ForAll @Size(min = 1, max = 30) List<@DoubleRange(max = 1) Double> given) {
        double[] values = given.stream().mapToDouble(Double::doubleValue).toArray();

        Interval interval = bootstrap.mean(values);

        assertThat(interval.low()).isBetween(Arrays.stream(values).min().orElseThrow() - 1e-12, interval.value());
        assertThat(interval.high())
                .isBetween(interval.value(), Arrays.stream(values).max().orElseThrow() + 1e-12);
    }
}
