package dev.sightline.lab.burst;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SplittableRandom;

/** Workers that boot, run, are lost and are sent away. Not thread-safe: one run. */
final class Fleet {

    private static final double SECONDS_PER_HOUR = 3600;

    private final Scenario.Workers workers;
    private final Scaler scaler;
    private final SplittableRandom random;
    private final Throughput throughput = new Throughput();
    private final Deque<Boot> boots = new ArrayDeque<>();
    private final double lossPerSecond;

    private int running;
    private int booting;
    private long started;
    private long lost;
    private long workerSeconds;

    Fleet(Scenario.Workers workers, long seed) {
        this.workers = workers;
        this.scaler = Scaler.of(workers.scaling(), workers.min(), workers.max());
        this.random = new SplittableRandom(seed);
        this.running = workers.min();
        this.lossPerSecond = 1 - StrictMath.exp(-workers.spot().lossesPerHour() / SECONDS_PER_HOUR);
    }

    /** Workers that were asked for together. */
    private record Boot(long readySecond, int workers) {}

    /** Those whose boot is over run. */
    void finishBoots(long second) {
        while (!boots.isEmpty() && boots.getFirst().readySecond() <= second) {
            int ready = boots.removeFirst().workers();
            booting -= ready;
            running += ready;
        }
    }

    /** Takes spot instances away by chance; returns how many. */
    int lose() {
        int spot = Math.max(0, running - workers.spot().onDemand());
        int losses = 0;
        for (int i = 0; i < spot && lossPerSecond > 0; i++) {
            losses += random.nextDouble() < lossPerSecond ? 1 : 0;
        }
        running -= losses;
        lost += losses;
        return losses;
    }

    /** How many of the waiting images are analyzed in the next second. */
    long analyze(long waiting) {
        workerSeconds += running + booting;
        return throughput.take(waiting, running * workers.imagesPerSecond() + workers.othersPerSecond());
    }

    /** Looks at the queue if it is time to, and asks for workers or sends some away. */
    void scale(long second, long waiting) {
        if (second % workers.scaling().everySeconds() != 0) {
            return;
        }
        int there = running + booting;
        int wanted = Math.clamp(scaler.wanted(second, waiting, there), workers.min(), workers.max());
        if (wanted > there) {
            boots.addLast(new Boot(second + workers.scaling().bootSeconds(), wanted - there));
            booting += wanted - there;
            started += wanted - there;
        } else {
            sendAway(there - wanted);
        }
    }

    /** Those that still boot first, the youngest of them. */
    private void sendAway(int many) {
        int left = many;
        while (left > 0 && !boots.isEmpty()) {
            Boot youngest = boots.removeLast();
            int gone = Math.min(left, youngest.workers());
            if (gone < youngest.workers()) {
                boots.addLast(new Boot(youngest.readySecond(), youngest.workers() - gone));
            }
            booting -= gone;
            left -= gone;
        }
        running -= left;
    }

    int running() {
        return running;
    }

    int booting() {
        return booting;
    }

    /** Workers that were asked for. */
    long started() {
        return started;
    }

    /** Spot instances that were taken away. */
    long lost() {
        return lost;
    }

    /** Paid for: also while they boot. */
    long workerSeconds() {
        return workerSeconds;
    }
}
