package dev.sightline.worker;

import dev.sightline.inference.ImageAnalyzer;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Function;

/** Analyzers, each used by one thread at a time: as many as models may run at once. Safe for all threads. */
final class AnalyzerPool implements AutoCloseable {

    private final List<ImageAnalyzer> all;
    private final BlockingQueue<ImageAnalyzer> free;

    AnalyzerPool(List<ImageAnalyzer> analyzers) {
        all = List.copyOf(analyzers);
        free = new ArrayBlockingQueue<>(all.size(), true, all);
    }

    /** Runs the step with an analyzer, as soon as one is free. */
    <T> T use(Function<ImageAnalyzer, T> step) {
        ImageAnalyzer analyzer = takeOne();
        try {
            return step.apply(analyzer);
        } finally {
            free.add(analyzer);
        }
    }

    private ImageAnalyzer takeOne() {
        try {
            return free.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SightlineException(ErrorCode.ANALYZER_UNAVAILABLE, "interrupted while waiting for a model", e);
        }
    }

    @Override
    public void close() {
        all.forEach(ImageAnalyzer::close);
    }
}
