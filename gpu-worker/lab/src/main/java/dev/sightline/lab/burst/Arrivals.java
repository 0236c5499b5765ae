package dev.sightline.lab.burst;

import java.util.Arrays;

/**
 * When images came and when they were found: those that came first are taken to be found first. Seconds are those at whose end something
 * happens. Not thread-safe: one run.
 */
final class Arrivals {

    private static final int FIRST_SIZE = 1024;

    private long[] came = new long[FIRST_SIZE];
    private int seconds;
    private int oldest;
    private long[] waited = new long[FIRST_SIZE];
    private int longest;

    /** So many images came in the next second. */
    void add(long images) {
        if (seconds == came.length) {
            came = Arrays.copyOf(came, 2 * came.length);
        }
        came[seconds] = images;
        seconds++;
    }

    /** So many images can be found from the end of that second on. */
    void found(long images, int second) {
        long left = images;
        while (left > 0) {
            long some = Math.min(left, came[oldest]);
            came[oldest] -= some;
            left -= some;
            if (some > 0) {
                count(second - oldest, some);
            }
            skipEmpty();
        }
    }

    private void skipEmpty() {
        while (oldest < seconds - 1 && came[oldest] == 0) {
            oldest++;
        }
    }

    private void count(int wait, long images) {
        if (wait >= waited.length) {
            waited = Arrays.copyOf(waited, Math.max(2 * waited.length, wait + 1));
        }
        waited[wait] += images;
        longest = Math.max(longest, wait);
    }

    /** How long the oldest image has waited that cannot be found yet at the end of that second; 0 if all can. */
    int lag(int second) {
        skipEmpty();
        return oldest < seconds && came[oldest] > 0 ? second - oldest : 0;
    }

    /** The seconds within which that share of the images, 0..1, could be found. */
    int quantile(double share) {
        long all = Arrays.stream(waited).sum();
        long sum = 0;
        for (int wait = 0; wait <= longest; wait++) {
            sum += waited[wait];
            if (sum >= share * all) {
                return wait;
            }
        }
        return longest;
    }

    /** Of all images together. */
    double waitedSeconds() {
        double sum = 0;
        for (int wait = 0; wait <= longest; wait++) {
            sum += (double) wait * waited[wait];
        }
        return sum;
    }
}
