package dev.sightline.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What every work queue does. */
abstract class WorkQueueContract {

    private static final Duration WAIT = Duration.ofSeconds(2);
    private static final Duration LONG = Duration.ofMinutes(5);

    /** An empty queue whose messages are hidden for a minute. */
    abstract WorkQueue queue();

    abstract void send(String body);

    /** Pauses the queue or resumes it, as an operator does. */
    abstract void pause(boolean now);

    @Test
    void receive_withOneMessage_givesItForTheFirstTime() {
        send("one");

        assertThat(queue().receive(10, WAIT)).singleElement().satisfies(message -> {
            assertThat(message.body()).isEqualTo("one");
            assertThat(message.receiveCount()).isEqualTo(1);
        });
        assertThat(queue().receive(10, Duration.ZERO)).isEmpty();
    }

    @Test
    void receive_withMoreThanTheLimit_givesTheRestNextTime() {
        sendMany(3);

        List<WorkMessage> received = new ArrayList<>(queue().receive(2, WAIT));
        assertThat(received).hasSizeLessThanOrEqualTo(2);
        received.addAll(queue().receive(10, WAIT));

        assertThat(bodies(received)).containsExactly("body 0", "body 1", "body 2");
    }

    @Test
    void hide_forNoTime_letsItComeAgainCounted() {
        send("one");
        List<WorkMessage> first = queue().receive(10, WAIT);

        assertThat(queue().hide(first, Duration.ZERO)).isEmpty();

        assertThat(queue().receive(10, WAIT))
                .singleElement()
                .extracting(WorkMessage::receiveCount)
                .isEqualTo(2);
    }

    @Test
    void delete_withMoreThanABatch_leavesNothing() {
        sendMany(12);
        List<WorkMessage> received = new ArrayList<>();
        while (received.size() < 12) {
            received.addAll(queue().receive(10, WAIT));
        }
        assertThat(queue().hide(received, LONG)).isEmpty();
        assertThat(queue().hide(received, Duration.ZERO)).isEmpty();

        assertThat(queue().delete(received)).isEmpty();

        assertThat(queue().receive(10, Duration.ZERO)).isEmpty();
    }

    @Test
    void paused_followsTheOperator() {
        assertThat(queue().paused()).isFalse();
        pause(true);
        assertThat(queue().paused()).isTrue();
        pause(false);
        assertThat(queue().paused()).isFalse();
    }

    private void sendMany(int count) {
        for (int i = 0; i < count; i++) {
            send("body " + i);
        }
    }

    private static Set<String> bodies(List<WorkMessage> messages) {
        Set<String> bodies = new TreeSet<>();
        messages.forEach(message -> bodies.add(message.body()));
        return bodies;
    }
}
