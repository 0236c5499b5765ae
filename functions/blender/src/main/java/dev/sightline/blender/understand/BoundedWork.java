package dev.sightline.blender.understand;

import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Does work on a virtual thread and waits for it no longer than a budget allows. Work that is late is interrupted. */
public final class BoundedWork {

    /** How long interrupted work has to say what it was waiting for. */
    private static final Duration LAST_WORDS = Duration.ofMillis(100);

    /** The shortest wait before the budget is looked at again, which stands still while the worker is asked. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(5);

    private BoundedWork() {}

    /**
     * The result of the work; what it throws is thrown.
     *
     * @throws SightlineException if the work is late, with the code of what it was waiting for where it says so, else with {@link
     *     ErrorCode#INDEX_UNAVAILABLE}
     */
    public static <T> T within(TimeBudget budget, Supplier<T> work) {
        Duration given = budget.left();
        FutureTask<T> task = new FutureTask<>(() -> budget.during(work));
        Thread thread = Thread.ofVirtual().name("bounded-work").start(task);
        try {
            return await(task, budget);
        } catch (TimeoutException e) {
            thread.interrupt();
            throw late(task, given, e);
        } catch (ExecutionException e) {
            throw thrown(e);
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new SightlineException(ErrorCode.INDEX_UNAVAILABLE, "the request was interrupted", e);
        }
    }

    private static <T> T await(FutureTask<T> task, TimeBudget budget)
            throws InterruptedException, ExecutionException, TimeoutException {
        while (true) {
            Duration left = budget.left();
            Duration wait = left.compareTo(LOOK_AGAIN) > 0 ? left : LOOK_AGAIN;
            try {
                return task.get(wait.toNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                if (budget.left().isZero()) {
                    throw e;
                }
            }
        }
    }

    private static SightlineException late(FutureTask<?> task, Duration given, TimeoutException late) {
        try {
            task.get(LAST_WORDS.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SightlineException waited
                    && waited.code().retryable()) {
                return late(waited.code(), given, waited);
            }
        } catch (TimeoutException e) {
            late.addSuppressed(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return late(ErrorCode.INDEX_UNAVAILABLE, given, late);
    }

    private static SightlineException late(ErrorCode code, Duration given, Exception cause) {
        return new SightlineException(
                code,
                "expected what the question names to be looked up within %d ms, it was not; ask again later"
                        .formatted(given.toMillis()),
                cause);
    }

    private static RuntimeException thrown(ExecutionException e) {
        return switch (e.getCause()) {
            case RuntimeException unchecked -> unchecked;
            case Error error -> throw error;
            case null, default -> new IllegalStateException("work failed", e);
        };
    }
}
