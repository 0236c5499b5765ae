package dev.sightline.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class VisibilityHeartbeatTest {

    private static final Duration VISIBILITY = Duration.ofSeconds(30);

    private final MutableClock clock = new MutableClock();
    private final InMemoryWorkQueue queue = new InMemoryWorkQueue(clock, VISIBILITY);
    private final VisibilityHeartbeat heartbeat = new VisibilityHeartbeat(queue, VISIBILITY);

    @Test
    void beat_overThreeTimesTheTimeout_keepsHeldMessagesHidden() {
        List<WorkMessage> messages = receive(12);
        messages.forEach(heartbeat::hold);

        for (int i = 0; i < 9; i++) {
            clock.advance(VISIBILITY.dividedBy(3));
            heartbeat.beat();
        }

        assertThat(queue.visible()).isZero();
    }

    @Test
    void beat_afterLettingGo_leavesTheMessageToOthers() {
        List<WorkMessage> messages = receive(2);
        messages.forEach(heartbeat::hold);
        heartbeat.letGo(messages.getFirst());

        clock.advance(VISIBILITY.dividedBy(2));
        heartbeat.beat();
        clock.advance(VISIBILITY.dividedBy(2));

        assertThat(queue.receive(10, Duration.ZERO))
                .extracting(WorkMessage::id)
                .containsExactly(messages.getFirst().id());
    }

    @Test
    void beat_withMessageThatSomeoneElseHolds_keepsTheOthersHidden() {
        List<WorkMessage> messages = receive(2);
        messages.forEach(heartbeat::hold);
        queue.delete(List.of(messages.getFirst()));

        clock.advance(VISIBILITY.dividedBy(2));
        heartbeat.beat();
        clock.advance(VISIBILITY.dividedBy(2));

        assertThat(queue.visible()).isZero();
    }

    private List<WorkMessage> receive(int count) {
        for (int i = 0; i < count; i++) {
            queue.send("body");
        }
        return queue.receive(count, Duration.ZERO);
    }
}
