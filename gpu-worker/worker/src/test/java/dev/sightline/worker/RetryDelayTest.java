package dev.sightline.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryDelayTest {

    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int MAX_RECEIVES = 5;

    @Test
    void after_growsWithTheReceivesUpToTheLongest() {
        RetryDelay delay = new RetryDelay(FIRST, 5, LONGEST, new FixedRandom(0));

        assertThat(IntStream.rangeClosed(1, 6).mapToObj(delay::after).map(Duration::toSeconds))
                .containsExactly(10L, 50L, 250L, 300L, 300L, 300L);
    }

    @Test
    void after_addsUpToAFifthByChance() {
        assertThat(new RetryDelay(FIRST, 5, LONGEST, new FixedRandom(0.5)).after(1))
                .isEqualTo(Duration.ofSeconds(11));
        assertThat(new RetryDelay(FIRST, 5, LONGEST, new FixedRandom(1)).after(9))
                .isEqualTo(Duration.ofMinutes(6));
    }

    @Test
    void after_betweenFirstAndLastReceive_outlastsAnOutageOfTenMinutes() {
        RetryDelay delay = new RetryDelay(FIRST, 5, LONGEST, new FixedRandom(0));

        Duration total = IntStream.range(1, MAX_RECEIVES).mapToObj(delay::after).reduce(Duration.ZERO, Duration::plus);

        assertThat(total).isEqualTo(Duration.ofSeconds(610)).isGreaterThan(Duration.ofMinutes(10));
    }

    @Test
    void delay_withLongestBelowFirst_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RetryDelay(Duration.ofMinutes(5), 5, Duration.ofSeconds(10), new Random()))
                .withMessage("expected a factor of at least 1 and a longest delay of at least PT5M, got 5 and PT10S");
    }

    private static final class FixedRandom extends Random {
        private static final long serialVersionUID = 1L;

        private final double value;

        FixedRandom(double value) {
            this.value = value;
        }

        @Override
        public double nextDouble() {
            return value;
        }
    }
}
