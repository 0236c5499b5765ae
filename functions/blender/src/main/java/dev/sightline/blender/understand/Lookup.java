package dev.sightline.blender.understand;

import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A question to the index that runs beside the request, on a virtual thread, and that the request can do without. Its time is a third of
 * what the request has left when it starts, so that two such questions leave enough for the search itself.
 */
final class Lookup<T> {

    private static final int PARTS = 3;

    private final FutureTask<T> task;
    private final TimeBudget end;

    private Lookup(FutureTask<T> task, TimeBudget end) {
        this.task = task;
        this.end = end;
    }

    static <T> Lookup<T> start(Callable<T> question, TimeBudget budget) {
        FutureTask<T> task = new FutureTask<>(question);
        Thread.ofVirtual().name("understand").start(task);
        return new Lookup<>(task, budget.part(PARTS));
    }

    /**
     * The answer, or {@code otherwise} if the index does not answer or not in time.
     *
     * @throws SightlineException what the question threw, other than {@link ErrorCode#INDEX_UNAVAILABLE}
     */
    Outcome<T> answerOr(T otherwise) {
        Duration left = end.left();
        try {
            return new Outcome<>(task.get(left.toNanos(), TimeUnit.NANOSECONDS), true);
        } catch (TimeoutException e) {
            task.cancel(true);
            return new Outcome<>(otherwise, false);
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            return new Outcome<>(otherwise, false);
        } catch (ExecutionException e) {
            return new Outcome<>(unlessDefect(e, otherwise), false);
        }
    }

    /** A value, and whether the index gave it. */
    record Outcome<T>(T value, boolean answered) {}

    private static <T> T unlessDefect(ExecutionException failure, T otherwise) {
        if (failure.getCause() instanceof SightlineException known) {
            if (known.code() == ErrorCode.INDEX_UNAVAILABLE) {
                return otherwise;
            }
            throw known;
        }
        throw new SightlineException(ErrorCode.DEFECT, "a look at the index failed", failure);
    }
}
