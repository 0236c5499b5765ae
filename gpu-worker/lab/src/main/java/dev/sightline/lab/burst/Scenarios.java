package dev.sightline.lab.burst;

import dev.sightline.lab.scale.DomainSize;
import dev.sightline.lab.scale.Figure;
import dev.sightline.lab.scale.IndexSize;
import dev.sightline.lab.scale.Price;
import dev.sightline.lab.scale.QuantityTable;
import dev.sightline.lab.scale.WorkerKind;
import dev.sightline.lab.scale.Workload;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Bursts that fill a system, from zero workers. The domain is the cheapest for as many images as come, at least {@value #SMALLEST_INDEX}, and
 * is asked {@code queriesPerSecond} meanwhile: what its processors leave limits the indexer. Workers are scaled by {@code scaling}, as deployed
 * without it.
 */
public record Scenarios(
        QuantityTable<Figure> figures,
        QuantityTable<Price> prices,
        double queriesPerSecond,
        long seed,
        Scenario.@Nullable Scaling scaling) {

    /** As the stack of the workers has it ({@code Indexers} in {@code infra/cdk}): images that wait for each worker, and how many more are wanted. */
    private static final List<Scenario.Scaling.Step> STEPS = List.of(
            new Scenario.Scaling.Step(16_000, 1),
            new Scenario.Scaling.Step(80_000, 2),
            new Scenario.Scaling.Step(320_000, 10));

    private static final int LOOKS_BEFORE_MORE = 2;
    private static final long LITTLE = 20;
    private static final int LOOKS_BEFORE_LESS = 10;

    private static final long SMALLEST_INDEX = 1_000_000;
    private static final double MS_PER_SECOND = 1000;
    /** Ingest writes one small document an image: it is not what keeps a domain busy. */
    private static final double UNLIMITED = 1e9;

    /** Scaled as deployed. */
    public Scenarios(QuantityTable<Figure> figures, QuantityTable<Price> prices, double queriesPerSecond, long seed) {
        this(figures, prices, queriesPerSecond, seed, null);
    }

    /** A burst of so many images. */
    public Scenario of(long images) {
        return new Scenario(
                images,
                figures.of(Figure.UPLOADS_PER_SECOND),
                function(Figure.INGEST_MS_PER_BATCH, UNLIMITED),
                workers(),
                function(Figure.INDEXER_MS_PER_BATCH, Math.max(1, domain(images).imagesPerSecond())),
                seed);
    }

    /** The same with more workers and more batches at once. */
    public Scenarios raised() {
        QuantityTable<Figure> raised = figures.with(Figure.MAX_WORKERS, figures.of(Figure.RAISED_WORKERS))
                .with(Figure.MAX_CONCURRENCY, figures.of(Figure.RAISED_CONCURRENCY));
        return new Scenarios(raised, prices, queriesPerSecond, seed, scaling);
    }

    /** The domain that takes the burst. */
    public DomainSize domain(long images) {
        Workload workload = Workload.usual(Math.max(images, SMALLEST_INDEX), queriesPerSecond, figures);
        return DomainSize.cheapest(new IndexSize(workload, figures), prices);
    }

    private Scenario.Function function(Figure batchMs, double imagesPerSecond) {
        return new Scenario.Function(
                whole(Figure.BATCH_SIZE),
                figures.of(batchMs) / MS_PER_SECOND,
                whole(Figure.MAX_CONCURRENCY),
                imagesPerSecond);
    }

    private Scenario.Workers workers() {
        return new Scenario.Workers(
                WorkerKind.GPU.imagesPerSecond(figures),
                figures.of(Figure.MIN_ANALYZERS) * figures.of(Figure.ANALYZER_IMAGES),
                0,
                whole(Figure.MAX_WORKERS),
                scaling == null ? steps() : scaling,
                new Scenario.Spot(
                        whole(Figure.ON_DEMAND_WORKERS),
                        figures.of(Figure.SPOT_LOSSES),
                        whole(Figure.HELD_MESSAGES),
                        whole(Figure.VISIBILITY_TIMEOUT)));
    }

    private Scenario.Scaling steps() {
        return new Scenario.Scaling.Steps(
                whole(Figure.SCALING_PERIOD),
                whole(Figure.WORKER_BOOT),
                STEPS,
                LOOKS_BEFORE_MORE,
                whole(Figure.OUT_COOLDOWN),
                LITTLE,
                LOOKS_BEFORE_LESS,
                whole(Figure.IN_COOLDOWN));
    }

    /** The same, scaled in proportion to the backlog. */
    Scenarios proportional(long backlogPerWorker) {
        var proportional = new Scenario.Scaling.Proportional(
                whole(Figure.SCALING_PERIOD),
                whole(Figure.WORKER_BOOT),
                backlogPerWorker,
                whole(Figure.OUT_COOLDOWN),
                whole(Figure.IN_COOLDOWN));
        return new Scenarios(figures, prices, queriesPerSecond, seed, proportional);
    }

    private int whole(Figure figure) {
        return (int) Math.round(figures.of(figure));
    }
}
