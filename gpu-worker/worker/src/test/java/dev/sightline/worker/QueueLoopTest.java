package dev.sightline.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.events.AnalysisRequested;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class QueueLoopTest {

    private static final Duration VISIBILITY = Duration.ofSeconds(30);
    private static final Duration RETRY = Duration.ofSeconds(10);

    private final WorkerFixture worker = new WorkerFixture();
    private final InMemoryWorkQueue queue = new InMemoryWorkQueue(worker.clock, VISIBILITY);
    private final VisibilityHeartbeat heartbeat = new VisibilityHeartbeat(queue, VISIBILITY);
    private final CountDownLatch modelMayRun = new CountDownLatch(1);
    private QueueLoop loop = loop(Duration.ofSeconds(20));

    @AfterEach
    void stop() {
        modelMayRun.countDown();
        loop.stop();
    }

    @Test
    void loop_withGoodMessages_finishesAndDeletesAll() {
        for (int i = 0; i < 25; i++) {
            queue.send(worker.upload("%d.png".formatted(i), Pictures.png(i)));
        }
        loop.start();

        await(() -> queue.remaining().isEmpty());
        assertThat(worker.indexQueue.sent()).hasSize(25);
        assertThat(heartbeat.held()).isEmpty();
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

        worker.clock.advance(RETRY);

        await(() -> queue.remaining().isEmpty());
        assertThat(worker.count(ImageOutcome.ANALYZED)).isEqualTo(1);
    }

    @Test
    void loop_withSlowModel_takesNoMoreThanItCanHoldAndHoldsWhatWaits() {
        holdTheModel();
        for (int i = 0; i < 8; i++) {
            queue.send(worker.upload("%d.png".formatted(i), Pictures.png(i)));
        }
        loop.start();

        // Two handlers and three that wait.
        await(() -> heartbeat.held().size() == 5);
        worker.clock.advance(VISIBILITY.dividedBy(2));
        heartbeat.beat();
        worker.clock.advance(VISIBILITY.dividedBy(2));
        assertThat(queue.visible()).isEqualTo(3);

        modelMayRun.countDown();
        await(() -> queue.remaining().isEmpty());
        assertThat(worker.models.runs()).isEqualTo(8);
    }

    @Test
    void stop_withRunningAndWaitingMessages_finishesThoseAndGivesBackThese() throws InterruptedException {
        holdTheModel();
        for (int i = 0; i < 5; i++) {
            queue.send(worker.upload("%d.png".formatted(i), Pictures.png(i)));
        }
        loop.start();
        await(() -> heartbeat.held().size() == 5 && worker.models.runs() == 1);

        Thread stopping = Thread.ofPlatform().start(loop::stop);
        TimeUnit.MILLISECONDS.sleep(100);
        modelMayRun.countDown();
        stopping.join();

        // Two were running: one in the model, one waiting for it.
        assertThat(worker.count(ImageOutcome.ANALYZED)).isEqualTo(2);
        assertThat(queue.remaining()).hasSize(3);
        assertThat(queue.visible()).isEqualTo(3);
    }

    @Test
    void stop_withWorkThatDoesNotEnd_givesItBack() {
        loop = loop(Duration.ofMillis(50));
        holdTheModel();
        queue.send(worker.upload("a.png", Pictures.png(1)));
        loop.start();
        await(() -> worker.models.runs() == 1);

        loop.stop();

        assertThat(queue.visible()).isEqualTo(1);
    }

    private QueueLoop loop(Duration stopTimeout) {
        LoopLimits limits = new LoopLimits(2, 3, Duration.ZERO, RETRY, stopTimeout, Duration.ofHours(1));
        return new QueueLoop(queue, worker.handler(), heartbeat, limits);
    }

    private void holdTheModel() {
        worker.models.before(() -> {
            try {
                modelMayRun.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            try {
                TimeUnit.MILLISECONDS.sleep(5);
            } catch (InterruptedException e) {
                throw new IllegalStateException("waited in vain", e);
            }
        }
    }
}
