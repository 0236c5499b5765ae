package dev.sightline.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExperimentTest {

    private static final int USERS = 20_000;

    private static Variant variant(String name, double share) {
        return new Variant(name, share, null, Map.of());
    }

    private static Experiment experiment(String salt, double... shares) {
        return new Experiment(
                salt,
                0.02,
                IntStream.range(0, shares.length)
                        .mapToObj(i -> variant("v" + i, shares[i]))
                        .toList());
    }

    @Test
    void variant_manyUsers_getTheirShares() {
        Experiment experiment = experiment("s", 0.7, 0, 0.3);

        List<String> names = IntStream.range(0, USERS)
                .mapToObj(i -> experiment.variant("user-" + i).name())
                .toList();

        assertThat(share(names, "v0")).isCloseTo(0.7, within(0.02));
        assertThat(share(names, "v1")).isZero();
        assertThat(share(names, "v2")).isCloseTo(0.3, within(0.02));
    }

    private static double share(List<String> names, String name) {
        return names.stream().filter(name::equals).count() / (double) names.size();
    }

    @Test
    void variant_sameUserAndSalt_staysTheSame_anotherSaltDrawsAgain() {
        Experiment now = experiment("s", 0.5, 0.5);
        Experiment again = experiment("s", 0.5, 0.5);
        Experiment other = experiment("t", 0.5, 0.5);

        long moved = IntStream.range(0, USERS)
                .mapToObj(i -> "user-" + i)
                .peek(user -> assertThat(now.variant(user)).isEqualTo(again.variant(user)))
                .filter(user -> !now.variant(user).equals(other.variant(user)))
                .count();

        assertThat(moved / (double) USERS).isCloseTo(0.5, within(0.02));
    }

    @Test
    void variant_noUser_isTheFirst() {
        assertThat(experiment("s", 0, 1).variant("").name()).isEqualTo("v0");
    }

    @Test
    void variant_sharesThatSumToAlittleLess_stillGivesOneOfThem() {
        Experiment experiment = experiment("s", 1 - 9e-10, 0);

        assertThat(IntStream.range(0, 100)
                        .mapToObj(i -> experiment.variant("u" + i).name()))
                .containsOnly("v0");
    }

    @Test
    void isRandomized_manyRequests_hitsTheShareWhateverTheVariant() {
        Experiment experiment = new Experiment("s", 0.2, List.of(variant("a", 0.5), variant("b", 0.5)));
        List<String> ofA = IntStream.range(0, USERS)
                .mapToObj(i -> "id-" + i)
                .filter(id -> experiment.variant(id).name().equals("a"))
                .toList();

        assertThat(ofA.stream().filter(experiment::isRandomized).count() / (double) ofA.size())
                .isCloseTo(0.2, within(0.02));
        assertThat(new Experiment("s", 0, List.of(variant("a", 1))).isRandomized("id"))
                .isFalse();
        assertThat(new Experiment("s", 1, List.of(variant("a", 1))).isRandomized("id"))
                .isTrue();
    }

    @Test
    void experiment_sharesThatDoNotSumToOne_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> experiment("s", 0.5, 0.4))
                .withMessageContaining("sum to 1, got 0.9");
    }

    @Test
    void under_aVariantWithItsOwnMix_replacesThatOfRelatedPinsOnly() {
        BlenderPolicy policy = StandardPolicy.policy();
        Map<CandidateSource, SourcePolicy> own =
                Map.of(CandidateSource.CO_SAVE, new SourcePolicy(1, 0, 0, Duration.ofMillis(100)));

        BlenderPolicy under = policy.under(new Variant("co-save-only", 1, null, own));

        assertThat(under.mixes().get(MixName.RELATED)).isEqualTo(own);
        assertThat(under.mixes().get(MixName.LENS)).isEqualTo(policy.mixes().get(MixName.LENS));
        assertThat(policy.under(variant("same", 1))).isEqualTo(policy);
    }
}
