package dev.sightline.blender.understand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.blender.understand.Lookup.Outcome;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class LookupTest {

    private static final TimeBudget LONG = TimeBudget.start(Duration.ofMinutes(10), System::nanoTime);

    @Test
    void answerOr_withAnAnswer_givesIt() {
        assertThat(Lookup.start(() -> "found", LONG).answerOr("nothing")).isEqualTo(new Outcome<>("found", true));
    }

    @Test
    void answerOr_late_givesTheOther() {
        CountDownLatch never = new CountDownLatch(1);
        TimeBudget brief = TimeBudget.start(Duration.ofMillis(30), System::nanoTime);

        assertThat(Lookup.start(
                                () -> {
                                    never.await();
                                    return "found";
                                },
                                brief)
                        .answerOr("nothing"))
                .isEqualTo(new Outcome<>("nothing", false));
    }

    @Test
    void answerOr_indexUnavailable_givesTheOther() {
        assertThat(Lookup.start(() -> fail(ErrorCode.INDEX_UNAVAILABLE), LONG).answerOr("nothing"))
                .isEqualTo(new Outcome<>("nothing", false));
    }

    @Test
    void answerOr_anyOtherFailure_isThrown() {
        Lookup<String> lookup = Lookup.start(() -> fail(ErrorCode.MODEL_SET_MISMATCH), LONG);

        assertThatThrownBy(() -> lookup.answerOr("nothing"))
                .isInstanceOf(SightlineException.class)
                .hasMessage("told to fail");
    }

    private static String fail(ErrorCode code) {
        throw new SightlineException(code, "told to fail");
    }
}
