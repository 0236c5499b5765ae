package dev.sightline.worker;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * When a message comes again whose image could not be brought to an end since a bucket or queue did not answer: after {@code first}, then
 * after {@code factor} times the former delay, at most after {@code longest}; up to a fifth is added by chance, so that what failed
 * together does not come together.
 *
 * <p>The defaults, 10 s, 5 and 5 min, leave to the five receives of a message 10 + 50 + 250 + 300 = 610 s between the first and the last:
 * an outage of ten minutes costs no message, even one by itself that nothing else protects ({@link Outage}).
 *
 * @throws IllegalArgumentException if {@code factor} is below 1, or {@code longest} below {@code first}
 */
record RetryDelay(Duration first, int factor, Duration longest, RandomGenerator random) {

    private static final double JITTER = 0.2;

    RetryDelay {
        if (factor < 1 || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException(
                    "expected a factor of at least 1 and a longest delay of at least %s, got %d and %s"
                            .formatted(first, factor, longest));
        }
    }

    /** The delay after this receive, counted from 1. */
    Duration after(int receiveCount) {
        double grown = first.toMillis() * Math.pow(factor, receiveCount - 1.0);
        double capped = Math.min(grown, (double) longest.toMillis());
        return Duration.ofMillis(Math.round(capped * (1 + JITTER * random.nextDouble())));
    }
}
