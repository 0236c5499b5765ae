package dev.sightline.blender.understand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BoundedWorkTest {

    private static final Duration AMPLE = Duration.ofMinutes(5);

    private final CountDownLatch never = new CountDownLatch(1);

    @Test
    void within_quickWork_givesItsResult() {
        assertThat(BoundedWork.within(budget(AMPLE), () -> 7)).isEqualTo(7);
    }

    @Test
    void within_failingWork_throwsTheSame() {
        SightlineException failure = new SightlineException(ErrorCode.NOT_FOUND, "no image");

        assertThatThrownBy(() -> BoundedWork.within(budget(AMPLE), () -> {
                    throw failure;
                }))
                .isSameAs(failure);
    }

    @Test
    void within_silence_isUnavailableAndSaysTheBudget() {
        assertThatThrownBy(() -> BoundedWork.within(budget(Duration.ofMillis(2)), () -> waiting(null)))
                .hasMessageMatching("expected what .* within \\d+ ms, it was not; .*")
                .extracting("code")
                .isEqualTo(ErrorCode.INDEX_UNAVAILABLE);
    }

    @Test
    void within_silenceOfAStore_hasTheCodeOfWhatItWaitedFor() {
        assertThatThrownBy(() ->
                        BoundedWork.within(budget(Duration.ofMillis(2)), () -> waiting(ErrorCode.STORAGE_UNAVAILABLE)))
                .extracting("code")
                .isEqualTo(ErrorCode.STORAGE_UNAVAILABLE);
    }

    @Test
    void uncounted_timeOfTheWorker_isOnTop() {
        AtomicLong now = new AtomicLong();
        TimeBudget budget = TimeBudget.start(Duration.ofMillis(800), now::get);

        Duration left = budget.during(() -> {
            now.addAndGet(Duration.ofMillis(100).toNanos());
            Duration during = TimeBudget.uncounted(() -> {
                now.addAndGet(Duration.ofSeconds(5).toNanos());
                return budget.left();
            });
            assertThat(during).isEqualTo(Duration.ofMillis(700));
            return budget.left();
        });

        assertThat(left).isEqualTo(Duration.ofMillis(700));
    }

    @Test
    void left_usedUp_isZero() {
        AtomicLong now = new AtomicLong();
        TimeBudget budget = TimeBudget.start(Duration.ofMillis(800), now::get);

        now.set(Duration.ofSeconds(1).toNanos());

        assertThat(budget.left()).isZero();
    }

    private static TimeBudget budget(Duration total) {
        return TimeBudget.start(total, System::nanoTime);
    }

    /** Waits for ever; once interrupted, says what for. */
    private int waiting(@Nullable ErrorCode code) {
        try {
            never.await();
            return 0;
        } catch (InterruptedException e) {
            throw code == null
                    ? new IllegalStateException("interrupted", e)
                    : new SightlineException(code, "interrupted", e);
        }
    }
}
