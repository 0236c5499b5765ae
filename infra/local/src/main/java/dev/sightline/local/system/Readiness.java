package dev.sightline.local.system;

import dev.sightline.local.terminal.Console;
import dev.sightline.local.terminal.LauncherException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** Waits until a part answers, and gives up early if its process ends. */
public final class Readiness {

    /** A start takes seconds; on a machine that does ten other things, minutes. One that fails ends its process, and is noticed at once. */
    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    private static final Duration POLL = Duration.ofMillis(100);
    private static final int TAIL_LINES = 20;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    /** @param url answers 200 when the part is ready */
    public void await(String part, ProcessHandle process, URI url, Path log) {
        Instant deadline = Instant.now().plus(TIMEOUT);
        while (!answers(url)) {
            if (!process.isAlive()) {
                throw new LauncherException("%s ended before it was ready. The end of %s:%n%s"
                        .formatted(part, log, Tool.tail(log, TAIL_LINES)));
            }
            if (Instant.now().isAfter(deadline)) {
                throw new LauncherException("%s is not ready after %s: no 200 from %s. See %s"
                        .formatted(part, Console.seconds(TIMEOUT), url, log));
            }
            sleep(POLL);
        }
    }

    /** Whether the URL answers 200 now. */
    boolean answers(URI url) {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(url).timeout(Duration.ofSeconds(5)).build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherException("interrupted", e);
        }
    }

    public static void sleep(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherException("interrupted", e);
        }
    }
}
