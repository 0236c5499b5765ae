package dev.sightline.blender.rank;

import dev.sightline.blender.blend.BlendedResult;
import dev.sightline.blender.rank.PoolRanking.Pool;
import dev.sightline.blender.search.Candidate.Lookalike;
import dev.sightline.index.EngagementIndex;
import dev.sightline.index.PinIndex;
import dev.sightline.index.SearchView;
import dev.sightline.visual.ImageSignature;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks up what features are made of, all at once and within one budget. What is late or fails is missing: it fails no answer. */
public final class PoolLookup {

    private static final Logger LOG = System.getLogger(PoolLookup.class.getName());

    private final PinIndex pins;
    private final EngagementIndex engagement;
    private final Duration budget;

    public PoolLookup(PinIndex pins, EngagementIndex engagement, Duration budget) {
        this.pins = pins;
        this.engagement = engagement;
        this.budget = budget;
    }

    PoolFacts facts(Pool pool, SearchView view) {
        Set<ImageSignature> images = pool.group().results().stream()
                .map(result -> result.candidate().image().signature())
                .collect(Collectors.toSet());
        long end = System.nanoTime() + budget.toNanos();
        var embeddings = start(() -> view.imageEmbeddings(withoutCosine(pool)));
        var objects = start(() -> view.objectsOf(images));
        var coSaves = start(() -> pins.coSaves(same(pool), images));
        var pairs = start(() -> engagement.pairs(pool.query(), images));
        var popular = start(() -> engagement.images(images));
        var rates = start(engagement::rates);
        return new PoolFacts(
                await(embeddings, end),
                await(objects, end),
                await(coSaves, end),
                await(pairs, end),
                await(popular, end),
                await(rates, end));
    }

    /** Those that were not found by their looks: the others bring their cosine along, and a vector is the most of an image's document. */
    private static Set<ImageSignature> withoutCosine(Pool pool) {
        return pool.group().results().stream()
                .map(BlendedResult::candidate)
                .filter(candidate -> !(candidate.finding() instanceof Lookalike))
                .map(candidate -> candidate.image().signature())
                .collect(Collectors.toSet());
    }

    /** The query image, and the known image that it is a near-duplicate of. */
    private static Set<ImageSignature> same(Pool pool) {
        return Stream.concat(
                        Stream.of(pool.query()),
                        pool.group().focus().understanding().nearDuplicate().stream()
                                .map(duplicate -> duplicate.image().signature()))
                .collect(Collectors.toSet());
    }

    private static <T> FutureTask<T> start(Callable<T> question) {
        FutureTask<T> task = new FutureTask<>(question);
        Thread.ofVirtual().name("rank").start(task);
        return task;
    }

    private static <T> @Nullable T await(FutureTask<T> task, long end) {
        try {
            return task.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
            return null;
        } catch (ExecutionException e) {
            LOG.log(Level.WARNING, "features are missing: a look at the index failed", e.getCause());
            return null;
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            return null;
        }
    }
}
