package dev.sightline.worker;

import dev.sightline.visual.SightlineException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Takes messages from the queue as long as there is room for them, and has each handled by one thread from start to end.
 *
 * <p>There are more threads than models that may run at once, so that downloads and decodes run ahead while others wait for a model.
 */
final class QueueLoop {

    private static final Logger LOG = System.getLogger(QueueLoop.class.getName());
    private static final int MAX_RECEIVE = 10;
    private static final Duration FLUSH = Duration.ofMillis(500);
    private static final Duration RECEIVER_END = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final WorkQueue queue;
    private final MessageHandler handler;
    private final VisibilityHeartbeat heartbeat;
    private final LoopLimits limits;
    private final Acknowledgements acknowledgements;
    private final Semaphore room;
    private final ExecutorService handlers;
    private final List<ScheduledFuture<?>> regular = new ArrayList<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("queue-timer").daemon().factory());
    /** Virtual, since only there an interrupt ends a socket read: a stop need not wait for the poll. */
    private final Thread receiver = Thread.ofVirtual().name("queue-receiver").unstarted(this::receiveUntilStopped);

    private volatile boolean stopping;

    QueueLoop(WorkQueue queue, MessageHandler handler, VisibilityHeartbeat heartbeat, LoopLimits limits) {
        this.queue = queue;
        this.handler = handler;
        this.heartbeat = heartbeat;
        this.limits = limits;
        acknowledgements = new Acknowledgements(queue, heartbeat);
        room = new Semaphore(limits.capacity());
        handlers = Executors.newFixedThreadPool(
                limits.handlers(), Thread.ofPlatform().name("handler-", 0).factory());
    }

    /** Starts to receive. */
    void start() {
        regular.add(schedule(heartbeat::beat, limits.heartbeat()));
        regular.add(schedule(acknowledgements::flush, FLUSH));
        receiver.start();
    }

    /**
     * Receives no more, gives back what waits, lets what runs finish within the time limit and gives back what does not. Messages that
     * are done are deleted before this returns.
     */
    void stop() {
        stopping = true;
        receiver.interrupt();
        try {
            receiver.join(RECEIVER_END);
            handlers.shutdown();
            handlers.awaitTermination(limits.stopTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        regular.forEach(task -> task.cancel(false));
        timer.shutdown();
        acknowledgements.flush();
        giveBackUnfinished();
    }

    private void giveBackUnfinished() {
        List<WorkMessage> unfinished = heartbeat.held();
        if (!unfinished.isEmpty()) {
            LOG.log(Level.WARNING, "gives back %d messages that did not finish in time".formatted(unfinished.size()));
            unfinished.forEach(message -> giveBack(message, Duration.ZERO));
        }
    }

    private void receiveUntilStopped() {
        try {
            while (!stopping) {
                receiveOnce();
            }
        } catch (InterruptedException e) {
            LOG.log(Level.DEBUG, "receives no more");
        }
    }

    private void receiveOnce() throws InterruptedException {
        room.acquire();
        int places = 1;
        while (places < MAX_RECEIVE && room.tryAcquire()) {
            places++;
        }
        List<WorkMessage> messages = receive(places);
        room.release(places - messages.size());
        messages.forEach(this::take);
    }

    private List<WorkMessage> receive(int places) throws InterruptedException {
        try {
            return queue.receive(places, limits.receiveWait());
        } catch (SightlineException e) {
            if (!stopping) {
                LOG.log(Level.WARNING, "cannot receive, tries again in %s: %s".formatted(PAUSE, e.getMessage()));
                Thread.sleep(PAUSE);
            }
            return List.of();
        }
    }

    private void take(WorkMessage message) {
        if (stopping) {
            giveBack(message, Duration.ZERO);
        } else {
            heartbeat.hold(message);
            handlers.execute(() -> handle(message));
        }
    }

    private void handle(WorkMessage message) {
        boolean done = false;
        try {
            done = !stopping && handler.handle(message).isDone();
        } finally {
            room.release();
            settle(message, done);
        }
    }

    private void settle(WorkMessage message, boolean done) {
        if (done) {
            acknowledgements.add(message);
        } else {
            giveBack(message, stopping ? Duration.ZERO : limits.retryDelay());
        }
    }

    private void giveBack(WorkMessage message, Duration delay) {
        heartbeat.letGo(message);
        queue.hide(List.of(message), delay)
                .forEach((refused, reason) -> LOG.log(
                        Level.WARNING,
                        "message %s comes again later: %s".formatted(refused.id(), reason.getMessage())));
    }

    private ScheduledFuture<?> schedule(Runnable task, Duration period) {
        return timer.scheduleWithFixedDelay(
                () -> runLogged(task), period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A task that throws would never be run again. */
    private static void runLogged(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "a regular task of the queue loop failed", e);
        }
    }
}
