package dev.sightline.local.terminal;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ctrl-C as a wish: what runs sees it, ends in order and closes this, and only then the process ends. */
public final class Interruption implements AutoCloseable {

    /** Then the process ends all the same. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final CountDownLatch done = new CountDownLatch(1);
    private volatile boolean requested;
    private final Thread hook = new Thread(this::stop, "stop in order");

    private Interruption() {}

    /** Listens from now on until it is closed. */
    public static Interruption listen() {
        Interruption interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    /** Whether the process was told to end. */
    public boolean requested() {
        return requested;
    }

    private void stop() {
        requested = true;
        try {
            done.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        done.countDown();
        if (!requested) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }
}
