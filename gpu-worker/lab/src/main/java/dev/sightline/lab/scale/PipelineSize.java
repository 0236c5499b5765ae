package dev.sightline.lab.scale;

/** What queues and functions have to do so that {@code workers} workers of that kind are kept busy. */
public record PipelineSize(WorkerKind kind, double workers, QuantityTable<Figure> figures) {

    private static final int MS_PER_SECOND = 1000;

    /** With as many workers as there may be. */
    public static PipelineSize atMost(WorkerKind kind, QuantityTable<Figure> figures) {
        return new PipelineSize(kind, figures.of(Figure.MAX_WORKERS), figures);
    }

    /** Images a second of all workers. */
    public double imagesPerSecond() {
        return workers * kind.imagesPerSecond(figures);
    }

    /** Batches of the upload queue at once, by Little's law: rate times duration. */
    public double ingestConcurrency() {
        return concurrency(Figure.INGEST_MS_PER_BATCH);
    }

    /** Batches of the index queue at once. */
    public double indexerConcurrency() {
        return concurrency(Figure.INDEXER_MS_PER_BATCH);
    }

    /** Images a second that ingest takes in, as deployed. */
    public double ingestLimit() {
        return limit(Figure.INGEST_MS_PER_BATCH);
    }

    /** Images a second that the indexer takes, as deployed. */
    public double indexerLimit() {
        return limit(Figure.INDEXER_MS_PER_BATCH);
    }

    /** Requests a second to the three queues. */
    public double queueRequestsPerSecond() {
        return imagesPerSecond() * figures.of(Figure.QUEUE_REQUESTS_PER_IMAGE);
    }

    private double concurrency(Figure batchMs) {
        return imagesPerSecond() / figures.of(Figure.BATCH_SIZE) * figures.of(batchMs) / MS_PER_SECOND;
    }

    private double limit(Figure batchMs) {
        return figures.of(Figure.MAX_CONCURRENCY) * figures.of(Figure.BATCH_SIZE) * MS_PER_SECOND / figures.of(batchMs);
    }
}
