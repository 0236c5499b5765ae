package dev.sightline.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PauseWatchTest {

    private final MutableClock clock = new MutableClock();
    private final InMemoryWorkQueue queue = new InMemoryWorkQueue(clock, Duration.ofMinutes(1));
    private boolean unavailable;
    private int asked;
    private final PauseWatch watch = new PauseWatch(
            new ForwardingWorkQueue(queue) {
                @Override
                public boolean paused() {
                    asked++;
                    if (unavailable) {
                        throw new SightlineException(ErrorCode.STORAGE_UNAVAILABLE, "told not to answer");
                    }
                    return super.paused();
                }
            },
            clock);

    @Test
    void isPaused_withinTenSeconds_asksOnce() {
        for (int i = 0; i < 10; i++) {
            assertThat(watch.isPaused()).isFalse();
            clock.advance(Duration.ofSeconds(1));
        }
        assertThat(asked).isEqualTo(1);

        queue.pause(true);
        assertThat(watch.isPaused()).isTrue();
    }

    @Test
    void isPaused_whileTheQueueDoesNotAnswer_staysAsItWas() {
        queue.pause(true);
        assertThat(watch.isPaused()).isTrue();
        unavailable = true;
        clock.advance(Duration.ofSeconds(10));

        assertThat(watch.isPaused()).isTrue();
        assertThat(asked).isEqualTo(2);
    }
}
