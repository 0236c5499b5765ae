package dev.sightline.lab.burst;

import java.util.List;

/**
 * What became of a burst.
 *
 * @param moments some seconds of the run, evenly spaced, the last one included
 * @param found images that can be found: all of them, unless the run was given up
 * @param seconds how long it took until the last image could be found, or the run was given up
 * @param peakBacklog most images that had come and could not be found yet
 * @param waits how long images waited
 * @param bottleneck the queue in which they waited most
 * @param fleet what the workers did
 */
public record Outcome(
        List<Moment> moments,
        long found,
        long seconds,
        long peakBacklog,
        Waits waits,
        Queue bottleneck,
        FleetUse fleet) {

    public Outcome {
        moments = List.copyOf(moments);
    }

    /** A queue of the pipeline. */
    public enum Queue {
        UPLOAD("upload queue"),
        ANALYSIS("analysis queue"),
        INDEX("index queue");

        private final String words;

        Queue(String words) {
            this.words = words;
        }

        /** As people say it. */
        public String words() {
            return words;
        }
    }

    /** From upload to the index: half of the images, 95 % of them, the last one, in seconds; and the sum over all. */
    public record Waits(long median, long p95, long longest, double sum) {}

    /** The most workers at once, hours that workers were paid for, workers that were started, and spot instances that were taken away. */
    public record FleetUse(int mostWorkers, double hours, long started, long lost) {}
}
