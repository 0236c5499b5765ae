package dev.sightline.worker;

import static dev.sightline.worker.LoopFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.events.AnalysisRequested;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class QueueLoopTest {

    private final LoopFixture fixture = new LoopFixture();
    private final WorkerFixture worker = fixture.worker;
    private final InMemoryWorkQueue queue = fixture.queue;
    private final VisibilityHeartbeat heartbeat = fixture.heartbeat;
    private final QueueLoop loop = fixture.loop();

    @AfterEach
    void stop() {
        fixture.letTheModelRun();
        loop.stop();
    }

    @Test
    void loop_withGoodMessages_finishesAndDeletesAll() {
        fixture.send(25);
        loop.start();

        await(() -> queue.remaining().isEmpty() && heartbeat.held().isEmpty());

        assertThat(worker.indexQueue.sent()).hasSize(25);
    }

    @Test
    void loop_withPoisonAmongGoodOnes_leavesOnlyThePoison() {
        queue.send(worker.upload("a.png", Pictures.png(1)));
        String poison = queue.send("poison");
        queue.send(worker.upload("b.png", Pictures.png(2)));
        loop.start();

        await(() -> queue.remaining().size() == 1);
        assertThat(queue.remaining()).containsExactly(poison);
        assertThat(worker.indexQueue.sent()).hasSize(2);
    }

    @Test
    void loop_withOneRequestFiveTimes_runsTheModelOnce() {
        AnalysisRequested request = worker.upload("a.png", Pictures.png(1));
        queue.send(request);
        loop.start();
        await(() -> queue.remaining().isEmpty());
        for (int i = 0; i < 4; i++) {
            queue.send(request);
        }

        await(() -> queue.remaining().isEmpty());
        assertThat(worker.models.runs()).isEqualTo(1);
    }

    @Test
    void loop_withFailure_triesAgainAfterTheDelay() {
        queue.send(worker.upload("a.png", Pictures.png(1)));
        worker.images.becomeUnavailable();
        loop.start();
        await(() ->
                worker.count(ImageOutcome.UNAVAILABLE) == 1 && heartbeat.held().isEmpty());
        worker.images.becomeAvailable();
        assertThat(queue.remaining()).hasSize(1);

        worker.clock.advance(LoopFixture.RETRY.multipliedBy(2));

        await(() -> queue.remaining().isEmpty());
        assertThat(worker.count(ImageOutcome.ANALYZED)).isEqualTo(1);
    }

    @Test
    void loop_withSlowModel_takesNoMoreThanItCanHoldAndHoldsWhatWaits() {
        fixture.holdTheModel();
        fixture.send(8);
        loop.start();

        // Two handlers and three that wait.
        await(() -> heartbeat.held().size() == 5);
        worker.clock.advance(LoopFixture.VISIBILITY.dividedBy(2));
        heartbeat.beat();
        worker.clock.advance(LoopFixture.VISIBILITY.dividedBy(2));
        assertThat(queue.visible()).isEqualTo(3);

        fixture.letTheModelRun();
        await(() -> queue.remaining().isEmpty());
        assertThat(worker.models.runs()).isEqualTo(8);
    }

    @Test
    void loop_onPausedQueue_receivesNothingUntilItIsResumed() {
        queue.pause(true);
        fixture.send(3);
        loop.start();
        await(() -> loop.state() == LoopState.PAUSED);
        assertThat(queue.polls()).isZero();

        queue.pause(false);
        worker.clock.advance(Duration.ofSeconds(10));

        await(() -> queue.remaining().isEmpty());
        assertThat(loop.state()).isEqualTo(LoopState.RECEIVING);
    }

    @Test
    void loop_pausedAtWork_finishesWhatItHolds() {
        fixture.holdTheModel();
        fixture.send(8);
        loop.start();
        await(() -> heartbeat.held().size() == 5);

        queue.pause(true);
        worker.clock.advance(Duration.ofSeconds(10));
        await(() -> loop.state() == LoopState.PAUSED);
        fixture.letTheModelRun();

        await(() -> queue.remaining().size() == 3);
        assertThat(queue.visible()).isEqualTo(3);
    }

    @Test
    void loop_withQueueThatFailsInAWayNobodyExpected_goesOn() {
        QueueLoop other = fixture.loop(
                new DefectiveOnce(queue), heartbeat, LoopFixture.limits(LoopFixture.HANDLERS, Duration.ZERO));
        fixture.send(1);
        other.start();

        await(() -> queue.remaining().isEmpty());
        other.stop();
    }

    private static final class DefectiveOnce extends ForwardingWorkQueue {
        private final AtomicBoolean failed = new AtomicBoolean();

        DefectiveOnce(WorkQueue queue) {
            super(queue);
        }

        @Override
        public List<WorkMessage> receive(int limit, Duration wait) {
            if (failed.compareAndSet(false, true)) {
                throw new IllegalStateException("a mistake");
            }
            return super.receive(limit, wait);
        }
    }
}
