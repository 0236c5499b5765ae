package dev.sightline.lab.burst;

/**
 * What is simulated. All rates are per second, all times in whole seconds.
 *
 * @param images images of the burst, at least 1
 * @param uploadsPerSecond at which they come until all have come, above 0
 * @param ingest the function between upload queue and analysis queue
 * @param workers what is between analysis queue and index queue
 * @param indexer the function behind the index queue
 * @param seed decides which spot instances are lost
 */
public record Scenario(
        long images, double uploadsPerSecond, Function ingest, Workers workers, Function indexer, long seed) {

    public Scenario {
        require(images >= 1, "images >= 1", images);
        require(uploadsPerSecond > 0, "uploads a second above 0", uploadsPerSecond);
    }

    /**
     * A function that is fed from a queue. Lambda begins with {@code firstConcurrency} batches at once and adds {@code
     * moreConcurrency} each second while messages wait.
     *
     * @param batchSize messages in a batch
     * @param batchSeconds how long a batch takes
     * @param maxConcurrency batches at once
     * @param imagesPerSecond what the function stands on takes at most, whatever its concurrency
     */
    public record Function(int batchSize, double batchSeconds, int maxConcurrency, double imagesPerSecond) {

        /** Documented by AWS: five batches at once in the beginning. */
        static final int FIRST_CONCURRENCY = 5;

        /** Documented by AWS: 300 more a minute. */
        static final int MORE_CONCURRENCY = 5;

        public Function {
            require(batchSize >= 1, "a batch size >= 1", batchSize);
            require(batchSeconds > 0, "batch seconds above 0", batchSeconds);
            require(maxConcurrency >= 1, "a concurrency >= 1", maxConcurrency);
            require(imagesPerSecond > 0, "images a second above 0", imagesPerSecond);
        }

        /** Messages a second with so many batches at once. */
        double perSecond(int concurrency) {
            return Math.min(imagesPerSecond, concurrency * batchSize / batchSeconds);
        }
    }

    /**
     * Workers, which are scaled by the length of their queue.
     *
     * @param imagesPerSecond of one worker
     * @param min workers that are always there
     * @param max workers at most
     * @param scaling when there are more or fewer
     * @param spot which of them may be lost
     */
    public record Workers(double imagesPerSecond, int min, int max, Scaling scaling, Spot spot) {
        public Workers {
            require(imagesPerSecond > 0, "images a second above 0", imagesPerSecond);
            require(min >= 0, "min >= 0", min);
            require(max >= Math.max(1, min), "max >= 1 and >= min", max);
        }
    }

    /**
     * Backlog per task: so many workers as the waiting messages are multiples of {@code backlogPerTask}, begun ones counted.
     *
     * @param everySeconds between two looks at the queue
     * @param bootSeconds from the decision until a worker takes its first message: instance, image, models
     * @param outCooldownSeconds after one decision for more until the next
     * @param inCooldownSeconds after any decision until one for fewer
     */
    public record Scaling(
            long backlogPerTask, int everySeconds, int bootSeconds, int outCooldownSeconds, int inCooldownSeconds) {
        public Scaling {
            require(backlogPerTask >= 1, "a backlog per task >= 1", backlogPerTask);
            require(everySeconds >= 1, "seconds between looks >= 1", everySeconds);
            require(
                    bootSeconds >= 0 && outCooldownSeconds >= 0 && inCooldownSeconds >= 0,
                    "seconds >= 0",
                    Math.min(bootSeconds, Math.min(outCooldownSeconds, inCooldownSeconds)));
        }
    }

    /**
     * Spot instances, and what happens when one is taken away. The worst case: it could not hand back what it held.
     *
     * @param onDemand workers that are no spot instances: the first ones
     * @param lossesPerHour of one spot instance, on average
     * @param held messages that a worker holds
     * @param hiddenSeconds until messages of a lost worker come again
     */
    public record Spot(int onDemand, double lossesPerHour, int held, int hiddenSeconds) {

        /** No worker is ever lost. */
        public static final Spot NONE = new Spot(Integer.MAX_VALUE, 0, 0, 0);

        public Spot {
            require(onDemand >= 0, "on-demand workers >= 0", onDemand);
            require(lossesPerHour >= 0, "losses an hour >= 0", lossesPerHour);
            require(held >= 0 && hiddenSeconds >= 0, "held and hidden >= 0", Math.min(held, hiddenSeconds));
        }
    }

    /** Written so that NaN fails. */
    private static void require(boolean right, String expected, Number got) {
        if (!right) {
            throw new IllegalArgumentException("expected %s, got %s".formatted(expected, got));
        }
    }
}
