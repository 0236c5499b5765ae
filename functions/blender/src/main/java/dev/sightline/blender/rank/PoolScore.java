package dev.sightline.blender.rank;

import dev.sightline.blender.blend.BlendedResult;
import dev.sightline.ranking.FeatureValues;
import dev.sightline.ranking.RankingFeature;
import dev.sightline.ranking.RankingModel;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The score by which a pool is ordered.
 *
 * <p>With a ranker: its score. Without: {@code 1 / (1 + rankBefore)}, to which {@value #DOMINANT_WEIGHT} x {@code dominant-cosine} is added, so
 * that similarity weighs more where the query image has a dominant object. To both, {@code gain x boost} is added, unless the ranker knows the
 * boost as a feature. A missing boost or cosine adds nothing.
 */
record PoolScore(@Nullable RankingModel ranker, double gain) {

    /** By how much a cosine counts beside the place in the mix if there is a dominant object; the first place alone counts 0.5. */
    static final double DOMINANT_WEIGHT = 0.25;

    RankedResult score(BlendedResult result, int rankBefore, String category, FeatureValues features) {
        double boost = model().map(RankingModel::features)
                        .filter(known -> known.contains(RankingFeature.BOOST))
                        .isPresent()
                ? 0
                : gain * features.value(RankingFeature.BOOST).orElse(0);
        double without = model().map(model -> model.score(features)).orElseGet(() -> mixed(rankBefore, features));
        return new RankedResult(result, rankBefore, without + boost, boost, 1, category, features);
    }

    private Optional<RankingModel> model() {
        return Optional.ofNullable(ranker);
    }

    private static double mixed(int rankBefore, FeatureValues features) {
        return 1.0 / (1 + rankBefore)
                + DOMINANT_WEIGHT
                        * features.value(RankingFeature.DOMINANT_COSINE).orElse(0);
    }
}
