package dev.sightline.blender.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sightline.policy.BlenderPolicy;
import dev.sightline.policy.DotEvidenceKind;
import dev.sightline.policy.DotPolicy;
import dev.sightline.policy.PolicyDocument;
import dev.sightline.policy.StandardPolicy;
import dev.sightline.testkit.Fixtures;
import dev.sightline.testkit.InMemoryPolicyStore;
import dev.sightline.visual.DotGate;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class ReloadingPoliciesTest {

    private static final Duration EVERY = Duration.ofSeconds(30);

    private final InMemoryPolicyStore store = new InMemoryPolicyStore();
    private final TickingClock clock = new TickingClock();
    private final Queue<Runnable> background = new ArrayDeque<>();

    @Test
    void current_withoutADocument_isTheStandardPolicy() {
        assertThat(policies().current()).isEqualTo(StandardPolicy.policy());
    }

    @Test
    void current_withADocumentAtStart_isThat() {
        store.put(PolicyDocument.write(tuned("tuned-1", 0.5)));

        assertThat(policies().current()).isEqualTo(tuned("tuned-1", 0.5));
    }

    @Test
    void start_withAnInvalidDocument_isRefusedWithTheMistake() {
        store.put(StandardPolicy.document().replace("0.9", "1.9"));

        assertThatExceptionOfType(SightlineException.class)
                .isThrownBy(this::policies)
                .withMessageContaining("/annotations/duplicateText: expected a number in 0..1, got 1.9")
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_REQUEST));
    }

    @Test
    void start_withoutStorage_isRefused() {
        store.becomeUnavailable();

        assertThatExceptionOfType(SightlineException.class)
                .isThrownBy(this::policies)
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.STORAGE_UNAVAILABLE));
    }

    @Test
    void current_afterAChange_isTheFormerOneUntilTheBackgroundHasRead() {
        ReloadingPolicies policies = policies();
        store.put(PolicyDocument.write(tuned("tuned-1", 0.5)));
        clock.advance(EVERY);

        assertThat(policies.current()).isEqualTo(StandardPolicy.policy());
        runBackground();

        assertThat(policies.current()).isEqualTo(tuned("tuned-1", 0.5));
    }

    @Test
    void current_beforeItIsDue_looksAtNothing() {
        ReloadingPolicies policies = policies();
        store.put(PolicyDocument.write(tuned("tuned-1", 0.5)));
        clock.advance(EVERY.minusNanos(1));

        policies.current();

        assertThat(background).isEmpty();
    }

    @Test
    void current_manyTimesWhileALookIsUnderWay_looksOnce() {
        ReloadingPolicies policies = policies();
        clock.advance(EVERY);

        policies.current();
        policies.current();
        assertThat(background).hasSize(1);
        runBackground();
        policies.current();
        assertThat(background).isEmpty();
        clock.advance(EVERY);
        policies.current();
        assertThat(background).hasSize(1);
    }

    @Test
    void reload_withTheSameEtag_doesNotReadTheDocument() {
        store.put(PolicyDocument.write(tuned("tuned-1", 0.5)));
        ReloadingPolicies policies = policies();

        reload(policies);
        reload(policies);

        assertThat(store.reads()).isEqualTo(1);
    }

    @Test
    void reload_ofAnInvalidDocument_keepsTheFormerAndReadsItOnce() {
        ReloadingPolicies policies = policies();
        store.put("{\"version\": 7}");

        reload(policies);
        reload(policies);

        assertThat(policies.current()).isEqualTo(StandardPolicy.policy());
        assertThat(store.reads()).isEqualTo(2);
        store.put(PolicyDocument.write(tuned("tuned-1", 0.5)));
        reload(policies);
        assertThat(policies.current()).isEqualTo(tuned("tuned-1", 0.5));
    }

    @Test
    void reload_ofOtherContentUnderTheVersionInForce_keepsTheFormer() {
        store.put(PolicyDocument.write(tuned("tuned-1", 0.5)));
        ReloadingPolicies policies = policies();
        store.put(PolicyDocument.write(tuned("tuned-1", 0.6)));

        reload(policies);

        assertThat(policies.current()).isEqualTo(tuned("tuned-1", 0.5));
    }

    @Test
    void reload_withoutStorage_keepsTheFormerAndTriesAgain() {
        ReloadingPolicies policies = policies();
        store.put(PolicyDocument.write(tuned("tuned-1", 0.5)));
        store.becomeUnavailable();

        reload(policies);
        assertThat(policies.current()).isEqualTo(StandardPolicy.policy());

        store.becomeAvailable();
        reload(policies);
        assertThat(policies.current()).isEqualTo(tuned("tuned-1", 0.5));
    }

    @Test
    void reload_onceTheDocumentIsGone_isTheStandardPolicy() {
        store.put(PolicyDocument.write(tuned("tuned-1", 0.5)));
        ReloadingPolicies policies = policies();
        store.remove();

        reload(policies);

        assertThat(policies.current()).isEqualTo(StandardPolicy.policy());
    }

    private static BlenderPolicy tuned(String version, double minConformity) {
        return StandardPolicy.policy()
                .withDots(version, new DotPolicy(DotEvidenceKind.OBJECTS, 25, 5, new DotGate(1, 0, minConformity)));
    }

    private ReloadingPolicies policies() {
        return new ReloadingPolicies(store, EVERY, clock, background::add);
    }

    private void reload(ReloadingPolicies policies) {
        clock.advance(EVERY);
        policies.current();
        runBackground();
    }

    private void runBackground() {
        background.remove().run();
    }

    private static final class TickingClock extends Clock {

        private Instant now = Fixtures.NOW;

        void advance(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("not needed");
        }
    }
}
