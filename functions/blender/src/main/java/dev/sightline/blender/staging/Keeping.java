package dev.sightline.blender.staging;

import dev.sightline.blender.staging.Keepsake.NewPhoto;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The storing of what one query leaves behind, which has begun. */
public final class Keeping {

    private static final Logger LOG = System.getLogger(Keeping.class.getName());

    private final @Nullable Keepsake keepsake;
    private final FutureTask<Void> task;
    private final Duration grace;

    Keeping(@Nullable Keepsake keepsake, FutureTask<Void> task, Duration grace) {
        this.keepsake = keepsake;
        this.task = task;
        this.grace = grace;
    }

    /**
     * Waits for the end of the storing, but no longer than the grace: a query is answered whether or not it is kept.
     *
     * @return why its new photo cannot be named by later queries, in words for the client; empty if it can, or if there is none. That
     *     something else is not kept costs later queries time, and is logged only
     */
    public Optional<String> whyNoPhoto() {
        Optional<String> failure = failure();
        failure.ifPresent(reason -> LOG.log(Level.WARNING, "not kept of a query: " + reason));
        return keepsake instanceof NewPhoto ? failure : Optional.empty();
    }

    private Optional<String> failure() {
        try {
            task.get(grace.toNanos(), TimeUnit.NANOSECONDS);
            return Optional.empty();
        } catch (TimeoutException e) {
            return Optional.of(
                    "expected it to be stored within %d ms after the search, it was not".formatted(grace.toMillis()));
        } catch (ExecutionException e) {
            LOG.log(Level.WARNING, "storing what a query leaves behind failed", e.getCause());
            return Optional.of("it could not be stored");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("the request was interrupted");
        }
    }
}
