package dev.sightline.blender.search;

import dev.sightline.blender.search.SourceOutcome.Failed;
import dev.sightline.blender.search.SourceOutcome.Found;
import dev.sightline.blender.search.SourceOutcome.Late;
import dev.sightline.policy.CandidateSource;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A source that is looking for candidates on a virtual thread of its own. */
final class AskedSource {

    private static final Logger LOG = System.getLogger(AskedSource.class.getName());

    private final CandidateSource source;
    private final double confidence;
    private final Duration budget;
    private final FutureTask<Found> task;
    private final long start = System.nanoTime();

    private AskedSource(CandidateSource source, double confidence, Duration budget, Callable<Found> search) {
        this.source = source;
        this.confidence = confidence;
        this.budget = budget;
        this.task = new FutureTask<>(search);
    }

    /** @param budget how long to wait for it from now on */
    static AskedSource start(CandidateSource source, double confidence, Duration budget, Callable<Found> search) {
        AskedSource asked = new AskedSource(source, confidence, budget, search);
        Thread.ofVirtual().name(source.slug()).start(asked.task);
        return asked;
    }

    /** How long to wait for it since it was asked. */
    Duration budget() {
        return budget;
    }

    private Duration sinceStart() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /**
     * What became of it, at the latest when its budget is used up: then it is interrupted.
     *
     * @throws SightlineException if this thread is interrupted
     */
    SourceOutcome outcome() {
        try {
            return task.get(Math.max(0, budget.minus(sinceStart()).toNanos()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            cancel();
            LOG.log(Level.INFO, "{0} did not answer within {1}", source.slug(), budget);
            return new Late(source, confidence, budget);
        } catch (ExecutionException e) {
            LOG.log(Level.WARNING, source.slug() + " failed", e.getCause());
            return new Failed(
                    source,
                    confidence,
                    e.getCause() instanceof SightlineException failure ? failure.code() : ErrorCode.DEFECT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SightlineException(ErrorCode.INDEX_UNAVAILABLE, "the request was interrupted", e);
        }
    }

    /** Interrupts it if it is still at work. */
    void cancel() {
        task.cancel(true);
    }
}
