package dev.sightline.lab.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.sightline.events.AnswerServed;
import dev.sightline.events.EngagementEvent;
import dev.sightline.events.EngagementKind;
import dev.sightline.events.ServedResult;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.SightlineException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Worked by hand: answers of two results, each place with propensity 1/2, drawn in both orders alike. */
class ReplayTest {

    private static final Instant TIME = Instant.parse("2026-01-01T00:00:00Z");
    private static final ImageSignature GOOD = ImageSignature.of(new byte[] {1});
    private static final ImageSignature BAD = ImageSignature.of(new byte[] {2});
    private static final Contender GOOD_FIRST =
            new Contender("good first", result -> result.image().equals(GOOD) ? 1 : 0);
    private static final Contender BAD_FIRST =
            new Contender("bad first", result -> result.image().equals(BAD) ? 1 : 0);

    private final List<AnswerServed> answers = new ArrayList<>();
    private final List<EngagementEvent> events = new ArrayList<>();

    @Test
    void estimate_ofAnOrder_isWhatTheSameOrderEarnedWhereItWasDrawn() {
        // 30 answers with the good one first, each saved there; 30 with the bad one first, the good one saved in 10 of
        // them.
        log(30, true, 30);
        log(30, false, 10);

        ReplayEstimate good = replay().estimate(GOOD_FIRST);
        ReplayEstimate bad = replay().estimate(BAD_FIRST);

        // Self-normalised: 30 saves x weight 2, by 60 matched places x weight 2, times 2 places; inverse propensity: 60
        // / 60.
        assertThat(good.selfNormalized().value()).isCloseTo(1, within(1e-9));
        assertThat(good.inversePropensity().value()).isCloseTo(1, within(1e-9));
        assertThat(bad.selfNormalized().value()).isCloseTo(1.0 / 3, within(1e-9));
        assertThat(bad.inversePropensity().value()).isCloseTo(1.0 / 3, within(1e-9));
        assertThat(good.matches()).isEqualTo(60);
        assertThat(good.effectiveSize()).isCloseTo(60, within(1e-9));
        assertThat(replay().logged().value()).isCloseTo(40.0 / 60, within(1e-9));
        assertThat(replay().lead(GOOD_FIRST, BAD_FIRST).value()).isCloseTo(2.0 / 3, within(1e-9));
        assertThat(replay().lead(GOOD_FIRST, BAD_FIRST).excludesZero()).isTrue();
    }

    @Test
    void estimate_afterAnUnevenDraw_isSelfNormalised() {
        // The order that earns was drawn twice as often as it should have been: only the plain estimate is misled.
        log(60, true, 60);
        log(30, false, 0);

        ReplayEstimate good = replay().estimate(GOOD_FIRST);

        assertThat(good.selfNormalized().value()).isCloseTo(1, within(1e-9));
        assertThat(good.inversePropensity().value()).isCloseTo(4.0 / 3, within(1e-9));
    }

    @Test
    void log_withLinesTwice_countsThemOnce() {
        log(30, true, 30);
        log(30, false, 10);
        ReplayEstimate once = replay().estimate(GOOD_FIRST);
        answers.addAll(List.copyOf(answers));
        events.addAll(List.copyOf(events));

        assertThat(replay().estimate(GOOD_FIRST)).isEqualTo(once);
        assertThat(replay().answers()).isEqualTo(60);
    }

    @Test
    void log_ofAnswersThatNobodySaw_isAsIfTheyWereNotThere() {
        log(30, true, 30);
        log(30, false, 10);
        answers.add(answer("unseen", true, true));

        assertThat(replay().drawnAnswers()).isEqualTo(60);
        assertThat(replay().answers()).isEqualTo(61);
    }

    @Test
    void log_withoutRandomisation_isRefused() {
        answers.add(answer("a", true, false));
        events.add(event("a", EngagementKind.IMPRESSION));
        events.add(event("a", EngagementKind.SAVE));

        assertThatExceptionOfType(SightlineException.class)
                .isThrownBy(this::replay)
                .withMessageContaining("got 1 answers and none of that kind")
                .satisfies(failure -> assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_REQUEST));
    }

    @Test
    void log_withTooFewMatches_isRefused() {
        log(10, true, 10);
        Replay replay = replay();

        assertThatExceptionOfType(SightlineException.class)
                .isThrownBy(() -> replay.estimate(GOOD_FIRST))
                .withMessageContaining("expected an effective sample size of at least 50 for good first, got 20.0");
        assertThatExceptionOfType(SightlineException.class)
                .isThrownBy(() -> replay.estimate(BAD_FIRST))
                .withMessageContaining("got 0.0");
    }

    @Test
    void log_withAPropensityOfNought_isRefused() {
        answers.add(new AnswerServed("a", TIME, "q", "", "p", "v", "none", true, List.of(result(GOOD, 1, 0))));
        events.add(event("a", EngagementKind.IMPRESSION));

        assertThatExceptionOfType(SightlineException.class)
                .isThrownBy(this::replay)
                .withMessageContaining("expected a propensity above 0 and at most 1")
                .withMessageContaining("got 0.0");
    }

    private Replay replay() {
        return Replay.of(answers, events, EngagementKind.SAVE, 1);
    }

    /** So many answers in one order, the good image saved in some of them. */
    private void log(int count, boolean goodFirst, int saved) {
        for (int i = 0; i < count; i++) {
            String request = "%s-%d".formatted(goodFirst, i);
            answers.add(answer(request, goodFirst, true));
            events.add(event(request, EngagementKind.IMPRESSION));
            if (i < saved) {
                events.add(event(request, EngagementKind.SAVE));
            }
        }
    }

    private static AnswerServed answer(String request, boolean goodFirst, boolean randomized) {
        double propensity = randomized ? 0.5 : 1;
        List<ServedResult> results =
                List.of(result(goodFirst ? GOOD : BAD, 1, propensity), result(goodFirst ? BAD : GOOD, 2, propensity));
        return new AnswerServed(request, TIME, "q", "", "p", "v", "none", randomized, results);
    }

    private static ServedResult result(ImageSignature image, int rank, double propensity) {
        return new ServedResult(image, rank, rank, propensity, 0, "", List.of(), Map.of());
    }

    private static EngagementEvent event(String request, EngagementKind kind) {
        return new EngagementEvent(request + kind, kind, request, "q", GOOD, 1, "web", "0".repeat(64), TIME, TIME);
    }
}
