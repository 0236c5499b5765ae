package dev.sightline.local.system;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program that does not outlive the launcher: Ctrl-C reaches it as well, a signal to the launcher alone or its own failure does not. */
record BoundProgram(ProcessBuilder builder) {

    private static final Duration GRACE = Duration.ofSeconds(5);

    /** Runs it to its end; returns its exit code. */
    int run() throws IOException, InterruptedException {
        Process process = builder.start();
        Thread end = new Thread(() -> end(process), "end-program");
        Runtime.getRuntime().addShutdownHook(end);
        int status = process.waitFor();
        forget(end);
        return status;
    }

    private static void forget(Thread end) {
        try {
            Runtime.getRuntime().removeShutdownHook(end);
        } catch (IllegalStateException _) {
            // The launcher ends already, and the hook has done its work.
        }
    }

    /** Ends the program and what it has started. */
    static void end(Process process) {
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroy);
        try {
            if (!process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                all.forEach(ProcessHandle::destroyForcibly);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            all.forEach(ProcessHandle::destroyForcibly);
        }
    }
}
