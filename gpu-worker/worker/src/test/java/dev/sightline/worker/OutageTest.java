package dev.sightline.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OutageTest {

    private static final Duration FIRST = Duration.ofSeconds(10);

    private final MutableClock clock = new MutableClock();
    private final Outage outage =
            new Outage(new OutageLimits(3, FIRST, Duration.ofSeconds(40)), this::askStorage, clock);
    private boolean answers;
    private ErrorCode failure = ErrorCode.STORAGE_UNAVAILABLE;
    private int asked;

    @Test
    void failed_asOftenAsTheLimit_isAnOutage() {
        fail(2);
        assertThat(outage.isOn()).isFalse();
        fail(1);
        assertThat(outage.isOn()).isTrue();
    }

    @Test
    void failed_withSuccessesBetween_isNoOutage() {
        for (int i = 0; i < 5; i++) {
            fail(2);
            outage.succeeded();
        }

        assertThat(outage.isOn()).isFalse();
    }

    @Test
    void look_whileStorageDoesNotAnswer_asksAfterLongerAndLongerPauses() {
        fail(3);

        assertThat(secondsUntilAsked()).isEqualTo(10);
        assertThat(secondsUntilAsked()).isEqualTo(20);
        assertThat(secondsUntilAsked()).isEqualTo(40);
        assertThat(secondsUntilAsked()).isEqualTo(40);
        assertThat(outage.isOn()).isTrue();
    }

    @Test
    void look_whenStorageAnswers_endsTheOutageUntilTheNextFailure() {
        fail(3);
        answers = true;
        assertThat(secondsUntilAsked()).isEqualTo(10);
        assertThat(outage.isOn()).isFalse();

        fail(1);

        assertThat(outage.isOn()).isTrue();
        assertThat(secondsUntilAsked()).isEqualTo(20);
    }

    @Test
    void look_whenStorageRefuses_endsTheOutage() {
        fail(3);
        failure = ErrorCode.DEFECT;

        secondsUntilAsked();

        assertThat(outage.isOn()).isFalse();
    }

    @Test
    void succeeded_afterAnOutage_beginsAnew() {
        fail(3);
        answers = true;
        secondsUntilAsked();
        outage.succeeded();

        fail(2);
        assertThat(outage.isOn()).isFalse();
        fail(1);
        assertThat(secondsUntilAsked()).isEqualTo(10);
    }

    @Test
    void look_withoutOutage_asksNothing() {
        clock.advance(Duration.ofHours(1));
        outage.look();

        assertThat(asked).isZero();
    }

    @Test
    void limits_withoutFailures_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OutageLimits(0, FIRST, FIRST))
                .withMessageContaining("got 0 and PT10S");
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            outage.failed();
        }
    }

    private int secondsUntilAsked() {
        int before = asked;
        int seconds = 0;
        while (asked == before) {
            clock.advance(Duration.ofSeconds(1));
            seconds++;
            outage.look();
        }
        return seconds;
    }

    private void askStorage() {
        asked++;
        if (!answers) {
            throw new SightlineException(failure, "told not to answer");
        }
    }
}
