package dev.sightline.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two workers whose model takes three times the visibility time-out for each image, with ten messages that wait in each. */
@Timeout(120)
class SlowModelTest {

    private static final Duration STEP = LoopFixture.VISIBILITY.dividedBy(3);
    private static final int MESSAGES = 20;

    private final LoopFixture fixture = new LoopFixture();
    private final WorkerFixture worker = fixture.worker;
    private final InMemoryWorkQueue queue = fixture.queue;
    private final VisibilityHeartbeat firstBeat = fixture.heartbeat;
    private final VisibilityHeartbeat secondBeat = new VisibilityHeartbeat(queue, LoopFixture.VISIBILITY);
    private final QueueLoop first = loop(firstBeat);
    private final QueueLoop second = loop(secondBeat);

    @AfterEach
    void stop() {
        first.stop();
        second.stop();
    }

    @Test
    void loop_withModelSlowerThanTheTimeout_handlesNothingTwice() {
        worker.models.before(this::takeThreeTimeouts);
        fixture.send(MESSAGES);
        first.start();
        second.start();

        while (!queue.remaining().isEmpty()) {
            if (isEverythingHiddenHeld()) {
                worker.clock.advance(STEP);
                firstBeat.beat();
                secondBeat.beat();
            }
            LoopFixture.pause(2);
        }

        assertThat(queue.mostReceives()).isEqualTo(1);
        assertThat(worker.models.runs()).isEqualTo(MESSAGES);
        assertThat(worker.indexQueue.sent()).hasSize(MESSAGES).doesNotHaveDuplicates();
    }

    /** Time stands still while a message is on its way from the queue to the heartbeat. */
    private boolean isEverythingHiddenHeld() {
        return firstBeat.held().size() + secondBeat.held().size() >= queue.hidden();
    }

    private void takeThreeTimeouts() {
        Instant end = worker.clock.instant().plus(LoopFixture.VISIBILITY.multipliedBy(3));
        while (worker.clock.instant().isBefore(end)) {
            LoopFixture.pause(1);
        }
    }

    private QueueLoop loop(VisibilityHeartbeat heartbeat) {
        HandlerLimits handlers = new HandlerLimits(2, 10, LoopFixture.HANDLERS.largeFrom(), 1, 12);
        return fixture.loop(queue, heartbeat, LoopFixture.limits(handlers, Duration.ofSeconds(20)));
    }
}
