package dev.sightline.local.operate;

import dev.sightline.local.upload.Pacer;
import dev.sightline.testkit.Fixtures;
import java.time.Duration;
import java.time.Instant;

/** Time that passes only while somebody waits. */
final class SteppingPacer implements Pacer {

    private Instant now = Fixtures.NOW;
    private Runnable whilePausing = () -> {};

    void whilePausing(Runnable action) {
        whilePausing = action;
    }

    Duration passed() {
        return Duration.between(Fixtures.NOW, now);
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public void pause(Duration duration) {
        now = now.plus(duration);
        whilePausing.run();
    }
}
