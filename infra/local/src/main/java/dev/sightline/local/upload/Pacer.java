package dev.sightline.local.upload;

import dev.sightline.local.system.Readiness;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Time for those who wait. */
public interface Pacer {

    /** The time of this machine. */
    static Pacer system(Clock clock) {
        return new Pacer() {
            @Override
            public Instant now() {
                return clock.instant();
            }

            @Override
            public void pause(Duration duration) {
                Readiness.sleep(duration);
            }
        };
    }

    Instant now();

    void pause(Duration duration);
}
