package dev.sightline.blender.dots;

import dev.sightline.blender.dots.Dot.Decided;
import dev.sightline.blender.dots.Dot.Undecided;
import dev.sightline.blender.understand.QueryContext;
import dev.sightline.index.IndexGeneration;
import dev.sightline.index.StoredImage;
import dev.sightline.index.StoredObject;
import dev.sightline.metrics.Metric;
import dev.sightline.metrics.Metrics;
import dev.sightline.visual.DotSignals;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.SightlineException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Decides which detected objects of an image become dots: all of them are searched at once, each in a thread of its own, for as long as the
 * request may take.
 *
 * <p>Signals are kept as {@link DotSignalsCache} says and judged anew each time, so that other thresholds count at once. What could not be
 * searched in time is undecided, and searched again for the next request. Safe for all threads.
 */
public final class DotSelection {

    private static final Logger LOG = System.getLogger(DotSelection.class.getName());

    private final DotSignalsCache cache;
    private final int oversample;
    private final Metrics metrics;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    public DotSelection(DotSignalsCache cache, int oversample, Metrics metrics) {
        this.cache = cache;
        this.oversample = oversample;
        this.metrics = metrics;
    }

    /**
     * The objects of an image of the context's view, in their order, each with what the gate of its policy says.
     *
     * @throws SightlineException if a search fails for a reason that no retry mends; one that may succeed later leaves its object undecided
     */
    public ImageDots select(StoredImage image, List<StoredObject> objects, QueryContext context) {
        IndexGeneration generation = context.view()
                .generation()
                .orElseThrow(() -> new IllegalStateException(
                        "expected the generation that holds image %s, got none".formatted(image.signature())));
        Duration budget = context.budget().left();
        List<Future<DotSignals>> answers = ask(questions(image, objects, generation, context), budget);
        List<Dot> dots = IntStream.range(0, objects.size())
                .mapToObj(i -> dot(objects.get(i), answers.get(i), budget, context))
                .toList();
        tell(dots);
        return new ImageDots(image, generation, context.policy().version(), dots);
    }

    /** What could not be decided is neither. */
    private void tell(List<Dot> dots) {
        List<Decided> decided = dots.stream()
                .filter(Decided.class::isInstance)
                .map(Decided.class::cast)
                .toList();
        long shown = decided.stream().filter(Decided::shown).count();
        metrics.record(Map.of(
                Metric.DOTS_SHOWN, (double) shown,
                Metric.DOTS_HIDDEN, (double) (decided.size() - shown)));
    }

    private List<Callable<DotSignals>> questions(
            StoredImage image, List<StoredObject> objects, IndexGeneration generation, QueryContext context) {
        DotEvidenceSearch search = new DotEvidenceSearch(context.view(), context.policy(), oversample);
        // Run by whoever needs it first: not at all if the signals of every object are known.
        FutureTask<Set<ImageSignature>> same = new FutureTask<>(() -> search.sameAs(image));
        return objects.stream()
                .<Callable<DotSignals>>map(object -> () -> {
                    DotQuestion question = DotQuestion.of(
                            object.id(), generation, context.view().scope(), context.policy());
                    Optional<DotSignals> known = cache.find(question);
                    if (known.isPresent()) {
                        return known.get();
                    }
                    same.run();
                    DotSignals signals = search.signals(image, object, same.get());
                    cache.keep(question, signals);
                    return signals;
                })
                .toList();
    }

    /** The answers in the order of the questions; those that are late are cancelled. */
    private List<Future<DotSignals>> ask(List<Callable<DotSignals>> questions, Duration budget) {
        try {
            return threads.invokeAll(questions, budget.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while objects were searched", e);
        }
    }

    private static Dot dot(StoredObject object, Future<DotSignals> answer, Duration budget, QueryContext context) {
        return switch (answer.state()) {
            case SUCCESS ->
                Decided.of(object, answer.resultNow(), context.policy().dots().gate());
            case FAILED -> undecided(object, answer.exceptionNow());
            case CANCELLED, RUNNING ->
                new Undecided(
                        object, "expected the index to answer within %d ms, got nothing".formatted(budget.toMillis()));
        };
    }

    private static Dot undecided(StoredObject object, Throwable failure) {
        Throwable cause =
                failure instanceof ExecutionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof SightlineException e && (e.code().retryable() || e.code() == ErrorCode.NOT_FOUND)) {
            LOG.log(Level.WARNING, "no dot for object %s".formatted(object.id()), e);
            return new Undecided(
                    object, "the search failed: %s".formatted(e.code().slug()));
        }
        if (cause instanceof RuntimeException e) {
            throw e;
        }
        throw new IllegalStateException("object %s could not be searched".formatted(object.id()), cause);
    }
}
