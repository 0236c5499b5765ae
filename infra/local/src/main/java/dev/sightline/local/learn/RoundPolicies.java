package dev.sightline.local.learn;

import dev.sightline.policy.BlenderPolicy;
import dev.sightline.policy.Experiment;
import dev.sightline.policy.RelatedPolicy;
import dev.sightline.policy.Variant;
import java.util.List;
import java.util.Map;

/**
 * The policies of a run's two rounds: as the one before, but for the experiment. Versions, rankers and the salt carry the name of the run, so
 * that a run never meets what another one left.
 *
 * <p>{@code run}: 1 to 40 of {@code a-z0-9-}.
 */
public record RoundPolicies(BlenderPolicy before, String run) {

    /** All users of the first round. */
    public static final String FIRST = "round-1";
    /** Second round: no ranker, but the boosts of the first round's engagement. */
    public static final String BOOSTED = "boosted";
    /** Second round: the ranker that was trained on the first round. */
    public static final String LEARNED = "learned";
    /** Second round: the ranker that was trained on the same log with shuffled features. */
    public static final String SHUFFLED = "shuffled";

    /** Enough pairs to train on drawn answers alone, of a thousand answers; the same in both rounds. */
    private static final double RANDOMIZED_SHARE = 0.2;

    private static final double BOOSTED_SHARE = 0.1;
    private static final double LEARNED_SHARE = 0.6;
    private static final double SHUFFLED_SHARE = 0.3;

    /** One variant, without a ranker. */
    public BlenderPolicy first() {
        return with(1, List.of(new Variant(FIRST, 1, null, Map.of())));
    }

    /** Three variants, two of them with the rankers of this run. */
    public BlenderPolicy second() {
        return with(
                2,
                List.of(
                        new Variant(BOOSTED, BOOSTED_SHARE, null, Map.of()),
                        new Variant(LEARNED, LEARNED_SHARE, ranker(LEARNED), Map.of()),
                        new Variant(SHUFFLED, SHUFFLED_SHARE, ranker(SHUFFLED), Map.of())));
    }

    /** The version of this run's ranker of a variant. */
    public String ranker(String variant) {
        return "%s-%s".formatted(run, variant);
    }

    private BlenderPolicy with(int round, List<Variant> variants) {
        RelatedPolicy related = before.related();
        return new BlenderPolicy(
                "%s-%d".formatted(run, round),
                before.dots(),
                before.annotations(),
                before.objects(),
                before.nearDuplicate(),
                new RelatedPolicy(related.pool(), related.boost(), new Experiment(run, RANDOMIZED_SHARE, variants)),
                before.mixes(),
                before.categories());
    }
}
