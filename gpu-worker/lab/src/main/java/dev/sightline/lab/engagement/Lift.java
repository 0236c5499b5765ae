package dev.sightline.lab.engagement;

import dev.sightline.lab.metrics.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * How much higher the save propensity of one group is than that of another: {@code propensity / baseline - 1}.
 *
 * <p>The 95 % interval is the percentile bootstrap over users: as many users as there are in both groups together are drawn with replacement, each with
 * all that it did in either, {@value #RESAMPLES} times. Paper: save propensity. The interval and the limits are ours.
 */
record Lift(Group group, Group baseline, long seed) {

    /** Fewer users who saw results, in either group, are too few for a lift. */
    static final int FEWEST_SAW = 100;

    /** Fewer users who saved, in either group, are too few. */
    static final int FEWEST_SAVED = 20;

    private static final int RESAMPLES = 2000;
    private static final double TAIL = 0.025;

    /** Why there are too few data, empty if there are enough. */
    Optional<String> tooFew() {
        for (Group each : List.of(group, baseline)) {
            if (each.saw() < FEWEST_SAW || each.saved() < FEWEST_SAVED) {
                return Optional.of(
                        "too few data: expected at least %d users who saw and %d who saved in each of both variants"
                                .formatted(FEWEST_SAW, FEWEST_SAVED));
            }
        }
        return Optional.empty();
    }

    /**
     * The lift with its interval.
     *
     * @throws IllegalStateException if there are too few data
     */
    Interval interval() {
        tooFew().ifPresent(reason -> {
            throw new IllegalStateException(reason);
        });
        double value = group.savePropensity() / baseline.savePropensity() - 1;
        double[] lifts = resampled();
        Arrays.sort(lifts);
        int tail = (int) Math.floor(TAIL * RESAMPLES);
        return new Interval(value, Math.min(value, lifts[tail]), Math.max(value, lifts[RESAMPLES - 1 - tail]));
    }

    private double[] resampled() {
        List<int[]> users = users();
        var random = new SplittableRandom(seed);
        double[] lifts = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            lifts[i] = drawn(users, random);
        }
        return lifts;
    }

    /** Per user: saw and saved of the group, saw and saved of the baseline; each 0 or 1. */
    private List<int[]> users() {
        var names = new TreeSet<>(group.users().keySet());
        names.addAll(baseline.users().keySet());
        var nobody = new UserCounts();
        List<int[]> users = new ArrayList<>();
        for (String name : names) {
            UserCounts here = group.users().getOrDefault(name, nobody);
            UserCounts there = baseline.users().getOrDefault(name, nobody);
            users.add(new int[] {bit(here.saw()), bit(here.saved()), bit(there.saw()), bit(there.saved())});
        }
        return users;
    }

    /** With at least {@value #FEWEST_SAVED} who saved, a draw without any is next to impossible; it then counts as one half. */
    private static double drawn(List<int[]> users, SplittableRandom random) {
        int[] sums = new int[4];
        for (int i = 0; i < users.size(); i++) {
            int[] user = users.get(random.nextInt(users.size()));
            for (int j = 0; j < sums.length; j++) {
                sums[j] += user[j];
            }
        }
        double here = sums[1] / Math.max(1.0, sums[0]);
        double there = Math.max(0.5, sums[3]) / Math.max(1.0, sums[2]);
        return here / there - 1;
    }

    private static int bit(boolean set) {
        return set ? 1 : 0;
    }
}
