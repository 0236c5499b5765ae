package dev.sightline.lab.burst;

import dev.sightline.lab.scale.DomainSize;
import dev.sightline.lab.scale.Figure;
import dev.sightline.lab.scale.IndexSize;
import dev.sightline.lab.scale.Price;
import dev.sightline.lab.scale.QuantityTable;
import dev.sightline.lab.scale.WorkerKind;
import dev.sightline.lab.scale.Workload;

/**
 * Bursts that fill a system, from zero workers. The domain is the cheapest for as many images as come, at least {@value #SMALLEST_INDEX}, and
 * is asked {@code queriesPerSecond} meanwhile: what its processors leave limits the indexer.
 */
public record Scenarios(
        QuantityTable<Figure> figures, QuantityTable<Price> prices, double queriesPerSecond, long seed) {

    private static final long SMALLEST_INDEX = 1_000_000;
    private static final double MS_PER_SECOND = 1000;
    /** Ingest writes one small document an image: it is not what keeps a domain busy. */
    private static final double UNLIMITED = 1e9;

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
        return new Scenarios(raised, prices, queriesPerSecond, seed);
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
        int most = whole(Figure.MAX_WORKERS);
        int onDemand = (int) Math.round(most * (1 - figures.of(Figure.SPOT_SHARE)));
        return new Scenario.Workers(
                WorkerKind.GPU.imagesPerSecond(figures),
                0,
                most,
                new Scenario.Scaling(
                        whole(Figure.BACKLOG_PER_WORKER),
                        whole(Figure.SCALING_PERIOD),
                        whole(Figure.WORKER_BOOT),
                        whole(Figure.OUT_COOLDOWN),
                        whole(Figure.IN_COOLDOWN)),
                new Scenario.Spot(
                        onDemand,
                        figures.of(Figure.SPOT_LOSSES),
                        whole(Figure.HELD_MESSAGES),
                        whole(Figure.VISIBILITY_TIMEOUT)));
    }

    private int whole(Figure figure) {
        return (int) Math.round(figures.of(figure));
    }
}
