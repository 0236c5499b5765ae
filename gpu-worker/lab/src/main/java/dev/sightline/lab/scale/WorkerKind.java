package dev.sightline.lab.scale;

/** The two kinds of workers: with a GPU, which takes the models off the processors, and without. */
public enum WorkerKind {
    GPU("GPU worker", Price.GPU_WORKER, Price.GPU_WORKER_SPOT),
    CPU("CPU worker", Price.CPU_WORKER, Price.CPU_WORKER_SPOT);

    private static final int MS_PER_SECOND = 1000;
    private static final int SECONDS_PER_HOUR = 3600;

    private final String words;
    private final Price onDemand;
    private final Price spot;

    WorkerKind(String words, Price onDemand, Price spot) {
        this.words = words;
        this.onDemand = onDemand;
        this.spot = spot;
    }

    /** As people say it. */
    public String words() {
        return words;
    }

    /** Images a second of one worker, by its processors: with a GPU what the models leave them, decoding above all. */
    public double imagesPerSecond(QuantityTable<Figure> figures) {
        double ms = switch (this) {
            case GPU -> figures.of(Figure.WORKER_MS_PER_IMAGE) - figures.of(Figure.MODEL_MS_PER_IMAGE);
            case CPU -> figures.of(Figure.WORKER_MS_PER_IMAGE);
        };
        return figures.of(Figure.WORKER_VCPUS) * figures.of(Figure.UTILISATION) * MS_PER_SECOND / ms;
    }

    /** Hours of one worker for so many images. */
    public double hours(long images, QuantityTable<Figure> figures) {
        return images / imagesPerSecond(figures) / SECONDS_PER_HOUR;
    }

    /** USD for an hour, mixed of spot and on-demand instances. */
    public double costPerHour(QuantityTable<Figure> figures, QuantityTable<Price> prices) {
        double onDemandShare = Math.min(1, figures.of(Figure.ON_DEMAND_WORKERS) / figures.of(Figure.MAX_WORKERS));
        return (1 - onDemandShare) * prices.of(spot) + onDemandShare * prices.of(onDemand);
    }
}
