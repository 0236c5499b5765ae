package dev.sightline.worker;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The threads that handle messages. Large ones run on a part of them at most and wait for each other apart, so that small ones pass them.
 * Safe for all threads.
 */
final class HandlerThreads {

    private final ExecutorService threads;
    private final Queue<Runnable> largeWaiting = new ArrayDeque<>();
    private int largeFree;

    HandlerThreads(HandlerLimits limits) {
        threads = Executors.newFixedThreadPool(
                limits.handlers(), Thread.ofPlatform().name("handler-", 0).factory());
        largeFree = limits.largeHandlers();
    }

    /** Runs the task as soon as a thread is free for its class. */
    void execute(SizeClass size, Runnable task) {
        switch (size) {
            case SMALL -> threads.execute(task);
            case LARGE -> {
                queue(task);
                startLarge();
            }
        }
    }

    private synchronized void queue(Runnable task) {
        largeWaiting.add(task);
    }

    private void startLarge() {
        Runnable next = nextLarge();
        if (next != null) {
            start(() -> runLarge(next));
        }
    }

    /** Once the threads end they take no new task, and the one that ends a large image goes on with the next. */
    private void start(Runnable task) {
        try {
            threads.execute(task);
        } catch (RejectedExecutionException e) {
            task.run();
        }
    }

    private synchronized @Nullable Runnable nextLarge() {
        if (largeFree == 0 || largeWaiting.isEmpty()) {
            return null;
        }
        largeFree--;
        return largeWaiting.remove();
    }

    private void runLarge(Runnable task) {
        try {
            task.run();
        } finally {
            endLarge();
            startLarge();
        }
    }

    private synchronized void endLarge() {
        largeFree++;
    }

    /** Takes no more tasks, and waits so long for those that it has; false if they did not end. */
    boolean endWithin(Duration timeout) throws InterruptedException {
        threads.shutdown();
        return threads.awaitTermination(timeout.toMillis(), TimeUnit.MILLISECONDS);
    }
}
