package dev.sightline.worker;

import java.time.Duration;

/**
 * After how many failures in a row an outage is assumed, how long nothing is received then, and how long at most when it lasts.
 *
 * @throws IllegalArgumentException if {@code failures} is below 1, or {@code longestPause} below {@code firstPause}
 */
record OutageLimits(int failures, Duration firstPause, Duration longestPause) {

    OutageLimits {
        if (failures < 1 || longestPause.compareTo(firstPause) < 0) {
            throw new IllegalArgumentException(
                    "expected at least 1 failure and a longest pause of at least %s, got %d and %s"
                            .formatted(firstPause, failures, longestPause));
        }
    }
}
