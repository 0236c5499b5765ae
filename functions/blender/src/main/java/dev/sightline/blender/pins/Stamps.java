package dev.sightline.blender.pins;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.random.RandomGenerator;

/** What a new pin or board gets besides what the client says: a time, in whole milliseconds, and 16 random bytes. Safe for all threads. */
public final class Stamps {

    private static final int ID_BYTES = 16;

    private final Clock clock;
    private final RandomGenerator random;

    /** @param random safe for all threads, and not to be guessed */
    public Stamps(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    byte[] bytes() {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return bytes;
    }
}
