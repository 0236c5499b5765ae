package dev.sightline.local.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sightline.local.policy.PolicyApplication.Plan;
import dev.sightline.local.terminal.LauncherException;
import dev.sightline.policy.BlenderPolicy;
import dev.sightline.policy.DotPolicy;
import dev.sightline.policy.PolicyDocument;
import dev.sightline.policy.StandardPolicy;
import dev.sightline.testkit.InMemoryPolicyStore;
import dev.sightline.visual.DotGate;
import org.junit.jupiter.api.Test;

class PolicyApplicationTest {

    private final InMemoryPolicyStore store = new InMemoryPolicyStore();
    private final PolicyApplication application = new PolicyApplication(store);

    static BlenderPolicy tuned(String version, double minConformity) {
        DotPolicy dots = StandardPolicy.policy().dots();
        DotGate gate = new DotGate(dots.gate().maxTopDistance(), dots.gate().minTopAnnotation(), minConformity);
        return StandardPolicy.policy()
                .withDots(version, new DotPolicy(dots.evidence(), dots.neighbors(), dots.minCategorized(), gate));
    }

    @Test
    void apply_theFirst_isInForceAndBothAreKept() {
        BlenderPolicy first = tuned("tuned-1", 0.5);

        application.carryOut(application.plan(first));

        assertThat(inForce()).isEqualTo(first);
        assertThat(store.kept("tuned-1")).contains(PolicyDocument.write(first));
        assertThat(store.kept("standard-2")).contains(StandardPolicy.document());
    }

    @Test
    void plan_changesNothingYet() {
        Plan plan = application.plan(tuned("tuned-1", 0.5));

        assertThat(store.current()).isEmpty();
        assertThat(store.kept("tuned-1")).isEmpty();
        assertThat(plan.isDone()).isFalse();
        assertThat(plan.diff().changes())
                .extracting(change -> change.path())
                .containsExactly("dots.gate.minConformity");
    }

    @Test
    void plan_ofThePolicyInForce_isDone() {
        assertThat(application.plan(StandardPolicy.policy()).isDone()).isTrue();
        apply(tuned("tuned-1", 0.5));
        assertThat(application.plan(tuned("tuned-1", 0.5)).isDone()).isTrue();
        assertThat(application.plan(StandardPolicy.policy()).isDone()).isFalse();
    }

    @Test
    void plan_ofAUsedVersionWithOtherContent_isRefused() {
        apply(tuned("tuned-1", 0.5));
        apply(tuned("tuned-2", 0.6));

        for (BlenderPolicy used :
                new BlenderPolicy[] {tuned("tuned-1", 0.9), tuned("tuned-2", 0.9), tuned("standard-2", 0.9)}) {
            assertThatExceptionOfType(LauncherException.class)
                    .isThrownBy(() -> application.plan(used))
                    .withMessage("version %s was used for another content: give this one a new version"
                            .formatted(used.version()));
        }
        assertThat(inForce()).isEqualTo(tuned("tuned-2", 0.6));
    }

    @Test
    void apply_aFormerOneAgain_goesBack() {
        apply(tuned("tuned-1", 0.5));
        apply(tuned("tuned-2", 0.6));

        apply(PolicyDocument.read(store.kept("tuned-1").orElseThrow()));

        assertThat(inForce()).isEqualTo(tuned("tuned-1", 0.5));
    }

    @Test
    void carryOut_afterAnotherCameIntoForce_isRefusedAndNamesIt() {
        Plan plan = application.plan(tuned("tuned-1", 0.5));
        apply(tuned("tuned-2", 0.6));

        assertThatExceptionOfType(LauncherException.class)
                .isThrownBy(() -> application.carryOut(plan))
                .withMessageContaining("(now tuned-2)");
        assertThat(inForce()).isEqualTo(tuned("tuned-2", 0.6));
    }

    @Test
    void carryOut_afterTheVersionWasUsedMeanwhile_isRefused() {
        Plan plan = application.plan(tuned("tuned-1", 0.5));
        store.keep("tuned-1", PolicyDocument.write(tuned("tuned-1", 0.7)));

        assertThatExceptionOfType(LauncherException.class)
                .isThrownBy(() -> application.carryOut(plan))
                .withMessageContaining("tuned-1 was used");
        assertThat(store.current()).isEmpty();
    }

    @Test
    void apply_overAPolicyThatWasNeverKept_keepsItFirst() {
        store.put(PolicyDocument.write(tuned("by-hand", 0.3)));

        apply(tuned("tuned-1", 0.5));

        assertThat(store.kept("by-hand")).contains(PolicyDocument.write(tuned("by-hand", 0.3)));
    }

    @Test
    void apply_overAnInvalidDocument_replacesItAndComparesWithTheStandard() {
        store.put("{}");
        Plan plan = application.plan(tuned("tuned-1", 0.5));

        assertThat(plan.before()).isNull();
        assertThat(plan.diff().before()).isEqualTo("standard-2");
        application.carryOut(plan);
        assertThat(inForce()).isEqualTo(tuned("tuned-1", 0.5));
    }

    private void apply(BlenderPolicy policy) {
        application.carryOut(application.plan(policy));
    }

    private BlenderPolicy inForce() {
        return PolicyDocument.read(store.current().orElseThrow().document());
    }
}
