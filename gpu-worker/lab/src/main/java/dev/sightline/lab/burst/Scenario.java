package dev.sightline.lab.burst;

import java.util.List;

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
     * @param othersPerSecond images a second of those that are there for queries, and take from the queue beside
     * @param min workers that are always there
     * @param max workers at most
     * @param scaling when there are more or fewer
     * @param spot which of them may be lost
     */
    public record Workers(
            double imagesPerSecond, double othersPerSecond, int min, int max, Scaling scaling, Spot spot) {
        public Workers {
            require(othersPerSecond >= 0, "images a second >= 0", othersPerSecond);
            require(imagesPerSecond > 0, "images a second above 0", imagesPerSecond);
            require(min >= 0, "min >= 0", min);
            require(max >= Math.max(1, min), "max >= 1 and >= min", max);
        }
    }

    /** When there are more workers or fewer. */
    public sealed interface Scaling {

        /** Seconds between two looks at the queue. */
        int everySeconds();

        /** Seconds from the decision until a worker takes its first message: instance, image, models. */
        int bootSeconds();

        /**
         * As deployed: the messages that wait for each worker that is wanted decide how many more are wanted, or that half of them go.
         *
         * @param steps by backlog, ascending
         * @param outLooks looks in a row at which the first step's backlog is there, before more are wanted
         * @param outCooldownSeconds after one decision for more until the next
         * @param little backlog of a worker below which half of them go, the last one too
         * @param inLooks looks in a row at which there is so little
         * @param inCooldownSeconds after one decision for fewer until the next
         */
        record Steps(
                int everySeconds,
                int bootSeconds,
                List<Step> steps,
                int outLooks,
                int outCooldownSeconds,
                long little,
                int inLooks,
                int inCooldownSeconds)
                implements Scaling {
            public Steps {
                steps = List.copyOf(steps);
                require(!steps.isEmpty(), "at least one step", steps.size());
                requireTimes(everySeconds, bootSeconds, outCooldownSeconds, inCooldownSeconds);
            }
        }

        /** So many more workers from that backlog of each on. */
        record Step(long backlog, int more) {}

        /**
         * Another way: as many workers as the waiting messages are multiples of {@code backlogPerWorker}, begun ones counted.
         *
         * @param outCooldownSeconds after one decision for more until the next
         * @param inCooldownSeconds after any decision until one for fewer
         */
        record Proportional(
                int everySeconds, int bootSeconds, long backlogPerWorker, int outCooldownSeconds, int inCooldownSeconds)
                implements Scaling {
            public Proportional {
                require(backlogPerWorker >= 1, "a backlog per worker >= 1", backlogPerWorker);
                requireTimes(everySeconds, bootSeconds, outCooldownSeconds, inCooldownSeconds);
            }
        }
    }

    private static void requireTimes(int everySeconds, int bootSeconds, int outCooldown, int inCooldown) {
        require(everySeconds >= 1, "seconds between looks >= 1", everySeconds);
        int least = Math.min(bootSeconds, Math.min(outCooldown, inCooldown));
        require(least >= 0, "seconds >= 0", least);
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
