package dev.sightline.blender.search;

import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several questions at once, each on a virtual thread of its own. */
final class VirtualThreads {

    private VirtualThreads() {}

    /**
     * All results, in the order of the questions. If this thread is interrupted, so are all of them.
     *
     * @throws SightlineException what a question throws, or with {@link ErrorCode#INDEX_UNAVAILABLE} if this thread is interrupted
     */
    static <T> List<T> all(List<Callable<T>> questions) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<T> results = new ArrayList<>();
            for (Future<T> answered : threads.invokeAll(questions)) {
                results.add(answered.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException unchecked
                    ? unchecked
                    : new IllegalStateException("a question failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SightlineException(ErrorCode.INDEX_UNAVAILABLE, "interrupted while waiting for the index", e);
        }
    }
}
