package dev.sightline.worker;

import dev.sightline.visual.SightlineException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Queue loops on fakes, with a model that a test can hold. */
final class LoopFixture {

    static final Duration VISIBILITY = Duration.ofSeconds(30);
    static final Duration RETRY = Duration.ofSeconds(10);
    /** Two handlers and three places more; one large image at once, of up to four that are held. */
    static final HandlerLimits HANDLERS = new HandlerLimits(2, 3, 1_000_000, 1, 4);

    final WorkerFixture worker = new WorkerFixture();
    final InMemoryWorkQueue queue;
    final VisibilityHeartbeat heartbeat;
    private final CountDownLatch modelMayRun = new CountDownLatch(1);

    LoopFixture() {
        this(VISIBILITY);
    }

    /** With another time-out: for tests whose clock runs ahead of the threads. */
    LoopFixture(Duration visibility) {
        queue = new InMemoryWorkQueue(worker.clock, visibility);
        heartbeat = new VisibilityHeartbeat(queue, visibility);
    }

    /** Sends requests for so many small images, each another one. */
    void send(int count) {
        for (int i = 0; i < count; i++) {
            queue.send(worker.upload("%d.png".formatted(i), Pictures.png(i)));
        }
    }

    QueueLoop loop() {
        return loop(Duration.ofSeconds(20));
    }

    QueueLoop loop(Duration stopTimeout) {
        return loop(queue, heartbeat, limits(HANDLERS, stopTimeout));
    }

    QueueLoop loop(WorkQueue someQueue, VisibilityHeartbeat someHeartbeat, LoopLimits limits) {
        return new QueueLoop(someQueue, worker.handler(2), someHeartbeat, intake(), limits);
    }

    static LoopLimits limits(HandlerLimits handlers, Duration stopTimeout) {
        RetryDelay delay = new RetryDelay(RETRY, 5, Duration.ofMinutes(5), new Random(1));
        return new LoopLimits(handlers, Duration.ZERO, delay, stopTimeout, Duration.ofHours(1));
    }

    private Intake intake() {
        OutageLimits limits = new OutageLimits(3, Duration.ofSeconds(10), Duration.ofMinutes(2));
        Outage outage = new Outage(limits, this::askStorage, worker.clock);
        return new Intake(new PauseWatch(queue, worker.clock), outage);
    }

    private void askStorage() throws SightlineException {
        worker.images.etag("anything");
    }

    /** From now on models wait until they are let run. */
    void holdTheModel() {
        worker.models.before(this::awaitModel);
    }

    void letTheModelRun() {
        modelMayRun.countDown();
    }

    void awaitModel() {
        try {
            modelMayRun.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            pause(5);
        }
    }

    static void pause(int millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException("waited in vain", e);
        }
    }
}
