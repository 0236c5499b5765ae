package dev.sightline.lab.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {

    @Test
    void ofNanos_oneToHundredMilliseconds_areTheirRanks() {
        long[] nanos =
                LongStream.rangeClosed(1, 100).map(i -> (101 - i) * 1_000_000).toArray();
        assertThat(Latencies.ofNanos(nanos)).isEqualTo(new Latencies(50, 95, 99));
    }

    @Test
    void ofNanos_fewRequests_takesTheNextLarger() {
        assertThat(Latencies.ofNanos(new long[] {3_000_000, 1_000_000, 2_000_000}))
                .isEqualTo(new Latencies(2, 3, 3));
        assertThat(Latencies.ofNanos(new long[] {500_000})).isEqualTo(new Latencies(0.5, 0.5, 0.5));
    }

    @Test
    void ofNanos_none_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Latencies.ofNanos(new long[0]))
                .withMessage("expected at least one request, got none");
    }
}
