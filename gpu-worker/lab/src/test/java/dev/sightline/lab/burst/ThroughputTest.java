package dev.sightline.lab.burst;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ThroughputTest {

    private final Throughput throughput = new Throughput();

    @Test
    void take_atAPartOfAMessage_takesOneWhenThePartsMakeIt() {
        assertThat(throughput.take(10, 0.4)).isZero();
        assertThat(throughput.take(10, 0.4)).isZero();
        assertThat(throughput.take(10, 0.4)).isEqualTo(1);
        assertThat(throughput.take(10, 0.4)).isZero();
        assertThat(throughput.take(10, 0.4)).isEqualTo(1);
    }

    @Test
    void take_whenFewWait_doesNotSaveTheRestForLater() {
        assertThat(throughput.take(2, 100)).isEqualTo(2);
        assertThat(throughput.take(500, 100)).isEqualTo(100);
    }
}
