package dev.sightline.local.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.sightline.policy.BlenderPolicy;
import dev.sightline.policy.PolicyDocument;
import dev.sightline.policy.StandardPolicy;
import dev.sightline.policy.Variant;
import org.junit.jupiter.api.Test;

class RoundPoliciesTest {

    private final BlenderPolicy before = StandardPolicy.policy();
    private final RoundPolicies policies = new RoundPolicies(before, "learn-1");

    @Test
    void first_allUsers_getNoRanker() {
        assertThat(policies.first().related().experiment().variants())
                .extracting(Variant::name, Variant::share, Variant::ranker)
                .containsExactly(tuple(RoundPolicies.FIRST, 1.0, null));
    }

    @Test
    void second_rankersOfTheRun_shareMostUsers() {
        assertThat(policies.second().related().experiment().variants())
                .filteredOn(variant -> variant.ranker() != null)
                .extracting(Variant::name, Variant::share, Variant::ranker)
                .containsExactly(tuple("learned", 0.6, "learn-1-learned"), tuple("shuffled", 0.3, "learn-1-shuffled"));
    }

    @Test
    void both_butForTheExperiment_areAsThePolicyBefore() {
        for (BlenderPolicy policy : new BlenderPolicy[] {policies.first(), policies.second()}) {
            assertThat(policy.mixes()).isEqualTo(before.mixes());
            assertThat(policy.related().boost()).isEqualTo(before.related().boost());
            assertThat(policy.related().pool()).isEqualTo(before.related().pool());
            assertThat(PolicyDocument.check(PolicyDocument.write(policy))).isEmpty();
        }
        assertThat(policies.first().version()).isNotEqualTo(policies.second().version());
    }
}
