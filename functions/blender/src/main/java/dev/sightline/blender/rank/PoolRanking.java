package dev.sightline.blender.rank;

import dev.sightline.blender.blend.BlendedGroup;
import dev.sightline.blender.blend.BlendedQuery;
import dev.sightline.blender.blend.BlendedResult;
import dev.sightline.blender.rank.Rankers.Choice;
import dev.sightline.blender.receive.VisualQuery;
import dev.sightline.blender.receive.VisualQuery.RelatedPins;
import dev.sightline.policy.RelatedPolicy;
import dev.sightline.visual.ImageSignature;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Stage rank: orders the mixed pool of Related Pins and cuts it to the limit. Other queries pass as they were mixed.
 *
 * <ol>
 *   <li>{@link PoolFacts}: what is known of each candidate, within a budget; what is late is missing.
 *   <li>{@link CandidateFeatures}: the features of each candidate.
 *   <li>{@link PoolScore}: the ranker of the variant scores them, and engagement boosts; without ranker the place in the mix counts.
 *   <li>Equal scores keep the order of the mix.
 *   <li>{@link DrawnOrder}: a small share of the answers is served in an order that is drawn, so that what is learned does not depend on
 *       what was believed before.
 * </ol>
 *
 * <p>Paper: Related Pins are ranked by a linear model; the weight of visual similarity is higher with a dominant object. Boost, draw and
 * fallback are ours.
 */
public final class PoolRanking {

    private static final Comparator<RankedResult> BEST_FIRST =
            Comparator.comparingDouble(RankedResult::score).reversed().thenComparingInt(RankedResult::rankBefore);

    private final PoolLookup lookup;
    private final Rankers rankers;

    public PoolRanking(PoolLookup lookup, Rankers rankers) {
        this.lookup = lookup;
        this.rankers = rankers;
    }

    /** The query with the results that are served. */
    public RankedQuery rank(BlendedQuery blended, RankingRequest request) {
        VisualQuery query = blended.understood().query();
        ImageSignature image = blended.understood().queryImage().orElse(null);
        if (!(query instanceof RelatedPins) || image == null || blended.groups().isEmpty()) {
            return new RankedQuery(blended, null);
        }
        BlendedGroup pool = blended.groups().getFirst();
        RelatedPolicy policy = request.context().policy().related();
        Choice choice = rankers.of(request.variant());
        List<RankedResult> ranked = ranked(new Pool(image, pool), policy, choice, request);
        boolean randomized = policy.experiment().isRandomized(request.requestId());
        List<RankedResult> served = served(ranked, query.limit().value(), randomized, request.requestId());
        Ranking ranking = new Ranking(request.variant(), choice.version(), choice.problem(), randomized, served);
        BlendedGroup cut = pool.with(served.stream().map(RankedResult::result).toList(), query.refinement());
        return new RankedQuery(new BlendedQuery(blended.searched(), List.of(cut)), ranking);
    }

    /** The pool of a query image. */
    record Pool(ImageSignature query, BlendedGroup group) {}

    private List<RankedResult> ranked(Pool pool, RelatedPolicy policy, Choice choice, RankingRequest request) {
        PoolFacts facts = lookup.facts(pool, request.context().view());
        CandidateFeatures features = new CandidateFeatures(pool.group().focus(), facts, policy.boost());
        PoolScore score =
                new PoolScore(choice.ranker().orElse(null), policy.boost().gain());
        List<RankedResult> ranked = new ArrayList<>();
        for (BlendedResult result : pool.group().results()) {
            ranked.add(score.score(
                    result,
                    ranked.size() + 1,
                    facts.category(result.candidate().image().signature()),
                    features.of(result.candidate())));
        }
        ranked.sort(BEST_FIRST);
        return ranked;
    }

    private static List<RankedResult> served(
            List<RankedResult> ranked, int limit, boolean randomized, String requestId) {
        List<RankedResult> top = ranked.stream().limit(limit).toList();
        return randomized ? DrawnOrder.of(top, requestId) : top;
    }
}
