package dev.sightline.local.system;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A system for the time of one command: what the command starts is stopped at its end, also when the user interrupts it. A system
 * that was up before is left alone, also if a part of it had died.
 */
public final class StartedSystem implements AutoCloseable {

    private static final Duration GRACE = Duration.ofSeconds(10);

    private final LocalSystem local;
    private final boolean startedHere;
    private final Thread owner = Thread.currentThread();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = new Thread(this::interrupted, "stop-sightline");
    private boolean kept;

    public StartedSystem(LocalSystem local) {
        this.local = local;
        this.startedHere = local.alive().isEmpty();
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Leaves the system running at the end. */
    public void keep() {
        kept = true;
    }

    /** Whether the system will be there after the end. */
    public boolean remains() {
        return kept || !startedHere;
    }

    /** Ctrl-C: the command gives up first, so that it starts nothing while its parts are stopped. */
    private void interrupted() {
        owner.interrupt();
        try {
            ended.await(GRACE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        stop();
    }

    private void stop() {
        if (startedHere) {
            local.down();
        }
    }

    @Override
    public void close() {
        ended.countDown();
        if (removeHook() && !remains()) {
            stop();
        }
    }

    /** False once the JVM ends: then the hook stops the system. */
    private boolean removeHook() {
        try {
            return Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            return false;
        }
    }
}
