package dev.sightline.lab.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GroupBootstrapTest {

    private static final int GROUPS = 400;

    private final GroupBootstrap bootstrap = new GroupBootstrap(GROUPS, 2000, 1);

    @Test
    void interval_ofAConstant_isThatConstant() {
        assertThat(bootstrap.interval(times -> OptionalDouble.of(0.5))).hasValue(new Interval(0.5, 0.5, 0.5));
    }

    /** The standard error of a share of 1/4 over 400 groups is sqrt(1/4 x 3/4 / 400) = 0.02165, times 1.96 is 0.0424. */
    @Test
    void interval_ofAShare_isThatOfTheNormalDistribution() {
        Interval interval = bootstrap.interval(GroupBootstrapTest::quarter).orElseThrow();
        assertThat(interval.value()).isEqualTo(0.25);
        assertThat(interval.low()).isCloseTo(0.25 - 0.0424, within(0.005));
        assertThat(interval.high()).isCloseTo(0.25 + 0.0424, within(0.005));
    }

    @Test
    void interval_withTheSameSeed_isTheSame() {
        assertThat(bootstrap.interval(GroupBootstrapTest::meanGroup))
                .isEqualTo(bootstrap.interval(GroupBootstrapTest::meanGroup));
        assertThat(new GroupBootstrap(GROUPS, 2000, 2).interval(GroupBootstrapTest::meanGroup))
                .isNotEqualTo(bootstrap.interval(GroupBootstrapTest::meanGroup));
    }

    @Test
    void interval_eachResample_drawsAsManyGroupsAsThereAre() {
        bootstrap.interval(times -> {
            assertThat(Arrays.stream(times).sum()).isEqualTo(GROUPS);
            return OptionalDouble.of(0);
        });
    }

    @Test
    void interval_ofNoFigure_isAbsent() {
        assertThat(bootstrap.interval(times -> OptionalDouble.empty())).isEmpty();
    }

    @Test
    void groups_ofNone_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GroupBootstrap(0, 10, 1))
                .withMessage("expected at least one group and one resample, got 0 and 10");
    }

    /** The share of the first hundred groups among those drawn. */
    private static OptionalDouble quarter(int[] times) {
        return OptionalDouble.of(Arrays.stream(times).limit(100).sum() / (double) GROUPS);
    }

    private static OptionalDouble meanGroup(int[] times) {
        return IntStream.range(0, GROUPS).map(i -> times[i] * i).average();
    }
}
