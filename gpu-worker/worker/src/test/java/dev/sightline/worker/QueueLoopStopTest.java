package dev.sightline.worker;

import static dev.sightline.worker.LoopFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.events.AnalysisFailed;
import dev.sightline.visual.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class QueueLoopStopTest {

    @TempDir
    private Path folder;

    private final LoopFixture fixture = new LoopFixture();
    private final WorkerFixture worker = fixture.worker;
    private final InMemoryWorkQueue queue = fixture.queue;
    private final VisibilityHeartbeat heartbeat = fixture.heartbeat;
    private QueueLoop loop = fixture.loop();

    @AfterEach
    void stop() {
        fixture.letTheModelRun();
        loop.stop();
    }

    @Test
    void stop_withRunningAndWaitingMessages_finishesThoseAndGivesBackThese() throws InterruptedException {
        fixture.holdTheModel();
        fixture.send(5);
        loop.start();
        await(() -> heartbeat.held().size() == 5 && worker.models.runs() == 2);

        stopWhileTheModelGoesOn();

        assertThat(worker.count(ImageOutcome.ANALYZED)).isEqualTo(2);
        assertThat(queue.remaining()).hasSize(3);
        assertThat(queue.visible()).isEqualTo(3);
    }

    @Test
    void stop_withWorkThatDoesNotEnd_givesItBack() {
        loop = fixture.loop(Duration.ofMillis(50));
        fixture.holdTheModel();
        fixture.send(1);
        loop.start();
        await(() -> worker.models.runs() == 1);

        loop.stop();

        assertThat(queue.visible()).isEqualTo(1);
    }

    @Test
    void stop_duringAPoll_givesBackWhatThePollBringsAtOnce() throws InterruptedException {
        SlowPoll slow = new SlowPoll(queue);
        loop = fixture.loop(slow, heartbeat, LoopFixture.limits(LoopFixture.HANDLERS, Duration.ofSeconds(20)));
        loop.start();
        slow.begun.await();

        Thread stopping = Thread.ofPlatform().start(loop::stop);
        await(() -> loop.state() == LoopState.STOPPED);
        fixture.send(2);
        slow.mayEnd.countDown();
        stopping.join();

        assertThat(queue.mostReceives()).isEqualTo(1);
        assertThat(queue.visible()).isEqualTo(2);
        assertThat(worker.models.runs()).isZero();
    }

    @Test
    void stop_ofOneOfTwoWorkers_leavesItsMessagesToTheOther() throws InterruptedException {
        VisibilityHeartbeat others = new VisibilityHeartbeat(queue, LoopFixture.VISIBILITY);
        QueueLoop other = fixture.loop(queue, others, LoopFixture.limits(LoopFixture.HANDLERS, Duration.ofSeconds(20)));
        fixture.holdTheModel();
        fixture.send(10);
        loop.start();
        other.start();
        await(() -> heartbeat.held().size() == 5 && others.held().size() == 5 && worker.models.runs() == 4);

        stopWhileTheModelGoesOn();

        await(() -> queue.remaining().isEmpty());
        other.stop();
        assertThat(worker.count(ImageOutcome.ANALYZED)).isEqualTo(10);
        assertThat(worker.indexQueue.sent()).hasSize(10);
    }

    @Test
    void stop_withMessageOnItsLastReceive_tellsTheIndexerBeforeItGoesToTheDeadLetterQueue() {
        loop = fixture.loop(Duration.ofMillis(50));
        fixture.holdTheModel();
        fixture.send(1);
        for (int i = 1; i < WorkerFixture.MAX_RECEIVES; i++) {
            queue.hide(queue.receive(1, Duration.ZERO), Duration.ZERO);
        }
        loop.start();
        await(() -> worker.models.runs() == 1);

        loop.stop();

        assertThat(worker.indexQueue.sent())
                .singleElement()
                .isInstanceOfSatisfying(
                        AnalysisFailed.class,
                        failed -> assertThat(failed.reason()).isEqualTo(ErrorCode.ANALYZER_UNAVAILABLE));
    }

    @Test
    void memoryAboveTheCeiling_endsTheLoop_andTheNextStartLosesNothing() throws IOException {
        Path status = Files.writeString(folder.resolve("status"), "Name:\tjava\nVmRSS:\t    2048 kB\n");
        CountDownLatch ended = new CountDownLatch(1);
        Recycling recycling = reason -> Thread.ofPlatform().start(() -> {
            loop.stop();
            ended.countDown();
        });
        fixture.holdTheModel();
        fixture.send(12);
        loop.start();
        await(() -> heartbeat.held().size() == 5 && worker.models.runs() == 2);

        new MemoryWatch(new ResidentMemory(status), 1024 * 1024, recycling).look();
        await(() -> loop.state() == LoopState.STOPPED);
        fixture.letTheModelRun();
        await(() -> ended.getCount() == 0);

        assertThat(worker.count(ImageOutcome.ANALYZED)).isEqualTo(2);
        assertThat(queue.visible()).isEqualTo(10);
        loop = fixture.loop();
        loop.start();
        await(() -> queue.remaining().isEmpty());
        assertThat(worker.count(ImageOutcome.ANALYZED)).isEqualTo(12);
        assertThat(worker.indexQueue.sent()).hasSize(12);
    }

    private void stopWhileTheModelGoesOn() throws InterruptedException {
        Thread stopping = Thread.ofPlatform().start(loop::stop);
        await(() -> loop.state() == LoopState.STOPPED);
        TimeUnit.MILLISECONDS.sleep(50);
        fixture.letTheModelRun();
        stopping.join();
    }

    /** A queue whose first poll ends when it may. */
    private static final class SlowPoll extends ForwardingWorkQueue {
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch mayEnd = new CountDownLatch(1);

        SlowPoll(WorkQueue queue) {
            super(queue);
        }

        @Override
        public List<WorkMessage> receive(int limit, Duration wait) {
            begun.countDown();
            try {
                mayEnd.await();
            } catch (InterruptedException e) {
                // The queue has given its messages by now, and nobody reads the answer.
                super.receive(limit, wait);
                throw new IllegalStateException(e);
            }
            return super.receive(limit, wait);
        }
    }
}
