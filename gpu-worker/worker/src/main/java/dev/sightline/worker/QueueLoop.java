package dev.sightline.worker;

import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
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
    /** How often a loop that receives nothing looks whether it may, has room or shall stop. */
    private static final Duration LOOK = Duration.ofMillis(200);
    /** How much longer than its wait a poll may take. */
    private static final Duration POLL_MARGIN = Duration.ofSeconds(2);

    private static final Duration RECEIVE_AGAIN = Duration.ofSeconds(2);

    private final WorkQueue queue;
    private final MessageHandler handler;
    private final VisibilityHeartbeat heartbeat;
    private final Intake intake;
    private final LoopLimits limits;
    private final Acknowledgements acknowledgements;
    private final HeldPlaces places;
    private final HandlerThreads handlers;
    private final List<ScheduledFuture<?>> regular = new ArrayList<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("queue-timer").daemon().factory());
    /** Virtual, since only there an interrupt ends a socket read: for a poll that does not end by itself. */
    private final Thread receiver = Thread.ofVirtual().name("queue-receiver").unstarted(this::receiveUntilStopped);

    private volatile LoopState state = LoopState.NEW;
    private volatile boolean stopping;

    QueueLoop(
            WorkQueue queue, MessageHandler handler, VisibilityHeartbeat heartbeat, Intake intake, LoopLimits limits) {
        this.queue = queue;
        this.handler = handler;
        this.heartbeat = heartbeat;
        this.intake = intake;
        this.limits = limits;
        acknowledgements = new Acknowledgements(queue, heartbeat);
        places = new HeldPlaces(limits.handlers());
        handlers = new HandlerThreads(limits.handlers());
    }

    /** Starts to receive. */
    void start() {
        regular.add(schedule(heartbeat::beat, limits.heartbeat()));
        regular.add(schedule(acknowledgements::flush, FLUSH));
        receiver.start();
    }

    /** What it does now. */
    LoopState state() {
        return stopping ? LoopState.STOPPED : state;
    }

    /**
     * Receives no more, gives back what waits, lets what runs finish within the time limit and gives back what does not. Messages that
     * are done are deleted before this returns.
     *
     * <p>A poll that is under way is awaited and not broken off: what the queue gives to a call that nobody reads would be hidden from
     * all workers for the whole visibility time-out. What it brings is given back.
     */
    void stop() {
        stopping = true;
        try {
            endReceiver();
            handlers.endWithin(limits.stopTimeout());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        regular.forEach(task -> task.cancel(false));
        timer.shutdown();
        acknowledgements.flush();
        giveBackUnfinished();
    }

    private void endReceiver() throws InterruptedException {
        if (receiver.isAlive() && !receiver.join(limits.receiveWait().plus(POLL_MARGIN))) {
            LOG.log(Level.WARNING, "breaks off a poll that does not end; what it brings comes again later");
            receiver.interrupt();
        }
    }

    private void giveBackUnfinished() {
        List<WorkMessage> unfinished = heartbeat.held();
        if (!unfinished.isEmpty()) {
            LOG.log(Level.WARNING, "gives back %d messages that did not finish in time".formatted(unfinished.size()));
            unfinished.forEach(this::returnStopping);
        }
    }

    private void receiveUntilStopped() {
        try {
            while (!stopping) {
                turn();
            }
        } catch (InterruptedException e) {
            LOG.log(Level.DEBUG, "receives no more");
        }
    }

    private void turn() throws InterruptedException {
        try {
            state = intake.look();
            if (state == LoopState.RECEIVING) {
                receiveOnce();
            } else {
                Thread.sleep(LOOK);
            }
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "cannot receive, tries again in " + RECEIVE_AGAIN, e);
            Thread.sleep(RECEIVE_AGAIN);
        }
    }

    private void receiveOnce() throws InterruptedException {
        int reserved = places.reserve(MAX_RECEIVE, LOOK);
        if (reserved > 0) {
            List<WorkMessage> messages = List.of();
            try {
                messages = receive(reserved);
            } finally {
                places.cancel(reserved - messages.size());
            }
            messages.forEach(this::take);
        }
    }

    private List<WorkMessage> receive(int reserved) throws InterruptedException {
        try {
            return stopping ? List.of() : queue.receive(reserved, limits.receiveWait());
        } catch (SightlineException e) {
            if (!stopping) {
                LOG.log(
                        Level.WARNING,
                        "cannot receive, tries again in %s: %s".formatted(RECEIVE_AGAIN, e.getMessage()));
                Thread.sleep(RECEIVE_AGAIN);
            }
            return List.of();
        }
    }

    private void take(WorkMessage message) {
        SizeClass size = SizeClass.of(message, limits.handlers().largeFrom());
        places.occupy(size);
        if (stopping) {
            returnStopping(message);
            places.free(size);
        } else {
            heartbeat.hold(message);
            handlers.execute(size, () -> run(message, size));
        }
    }

    private void run(WorkMessage message, SizeClass size) {
        try {
            if (stopping) {
                returnStopping(message);
            } else if (intake.outage().isOn()) {
                returnInOutage(message);
            } else {
                settle(message, handler.handle(message));
            }
        } finally {
            places.free(size);
        }
    }

    private void settle(WorkMessage message, ImageOutcome outcome) {
        switch (outcome) {
            case ANALYZED, REUSED, REJECTED, OVERTAKEN -> {
                intake.outage().succeeded();
                acknowledgements.add(message);
            }
            case UNAVAILABLE -> {
                intake.outage().failed();
                giveBack(message, limits.retryDelay().after(message.receiveCount()));
            }
            case FAILED -> giveBack(message, limits.retryDelay().first());
        }
    }

    private void returnStopping(WorkMessage message) {
        handler.leave(
                message,
                new SightlineException(
                        ErrorCode.ANALYZER_UNAVAILABLE,
                        "the worker stopped before the last try at this image began or ended"));
        giveBack(message, Duration.ZERO);
    }

    private void returnInOutage(WorkMessage message) {
        handler.leave(
                message,
                new SightlineException(
                        ErrorCode.STORAGE_UNAVAILABLE,
                        "storage did not answer when the last try at this image was due"));
        giveBack(message, limits.retryDelay().after(message.receiveCount()));
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

    /** A task that throws would never be run again, and without the heartbeat messages would be handled twice. */
    private static void runLogged(Runnable task) {
        try {
            task.run();
        } catch (Throwable e) {
            LOG.log(Level.WARNING, "a regular task of the queue loop failed", e);
        }
    }
}
