package dev.sightline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.queue.QueueDepth;
import dev.sightline.queue.QueueGauge;
import org.junit.jupiter.api.Test;

/** What every {@link QueueGauge} does. */
public abstract class QueueGaugeContract {

    /** The gauge of the queues {@code first} and {@code second}, both empty before each test. */
    protected abstract QueueGauge gauge();

    /** Puts a message into {@code first}. */
    protected abstract void send();

    /** Takes a message of {@code first} up without ending it. */
    protected abstract void receive();

    /** Puts a message to the dead letters of {@code first}. */
    protected abstract void giveUp();

    @Test
    void read_ofEmptyQueues_givesEachWithZeros() {
        assertThat(gauge().read()).containsExactly(new QueueDepth("first", 0, 0, 0), new QueueDepth("second", 0, 0, 0));
    }

    @Test
    void read_always_tellsWaitingFromHeldAndGivenUp() {
        send();
        send();
        send();
        receive();
        giveUp();

        assertThat(gauge().read()).containsExactly(new QueueDepth("first", 2, 1, 1), new QueueDepth("second", 0, 0, 0));
    }
}
