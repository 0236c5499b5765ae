package dev.sightline.lab.burst;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ArrivalsTest {

    private final Arrivals arrivals = new Arrivals();

    @Test
    void found_takesTheOldestFirst() {
        add(2, 0, 3);
        arrivals.found(1, 4);
        arrivals.found(3, 5);
        arrivals.found(1, 9);

        // From second 0: waits 4 and 5; from second 2: 3, 3 and 7.
        assertThat(arrivals.waitedSeconds()).isEqualTo(22);
        assertThat(arrivals.quantile(0.2)).isEqualTo(3);
        assertThat(arrivals.quantile(0.5)).isEqualTo(4);
        assertThat(arrivals.quantile(1)).isEqualTo(7);
    }

    @Test
    void lag_isTheWaitOfTheOldestThatIsNotFound() {
        add(2, 0, 3);
        assertThat(arrivals.lag(2)).isEqualTo(2);

        arrivals.found(2, 3);
        assertThat(arrivals.lag(3)).isEqualTo(1);

        arrivals.found(3, 4);
        assertThat(arrivals.lag(4)).isZero();
    }

    @Test
    void found_afterManySeconds_growsWithoutLoss() {
        for (int second = 0; second < 5000; second++) {
            arrivals.add(1);
        }
        arrivals.found(5000, 9999);

        // 9999 + 9998 + ... + 5000
        assertThat(arrivals.waitedSeconds()).isEqualTo((9999 + 5000) * 5000 / 2.0);
        assertThat(arrivals.quantile(1)).isEqualTo(9999);
    }

    private void add(long... images) {
        for (long each : images) {
            arrivals.add(each);
        }
    }
}
