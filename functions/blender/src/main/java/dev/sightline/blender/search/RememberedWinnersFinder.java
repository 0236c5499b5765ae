package dev.sightline.blender.search;

import dev.sightline.blender.search.Candidate.Remembered;
import dev.sightline.engagement.EngagementRates;
import dev.sightline.engagement.Memboost;
import dev.sightline.engagement.PairCounts;
import dev.sightline.index.EngagementIndex;
import dev.sightline.index.SearchFilter;
import dev.sightline.policy.BoostPolicy;
import dev.sightline.policy.CandidateSource;
import dev.sightline.visual.ImageSignature;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Earlier results for the query image or for its near-duplicate that people preferred: those whose boost is at least the policy's {@code
 * minWinner}, largest first, equal ones by signature. Who is a winner for both has the larger boost. The filter is not applied, as in {@link
 * CoSaveFinder}.
 *
 * <p>Paper: Memboost remembers results that were engaged with. Its use as a source, and the threshold, are ours.
 */
final class RememberedWinnersFinder implements Finder {

    /** Results with most saves whose boost is looked at, for each image. */
    private static final int MAX_WINNERS = 100;

    private final EngagementIndex engagement;

    RememberedWinnersFinder(EngagementIndex engagement) {
        this.engagement = engagement;
    }

    private record Winner(ImageSignature image, double boost) {

        static final Comparator<Winner> BEST_FIRST = Comparator.comparingDouble(Winner::boost)
                .reversed()
                .thenComparing(winner -> winner.image().hex());
    }

    @Override
    public CandidateSource source() {
        return CandidateSource.REMEMBERED_WINNERS;
    }

    @Override
    public Trigger trigger(Question question) {
        return KnownQuery.trigger(question);
    }

    @Override
    public List<Candidate> find(Question question, SearchFilter filter) {
        BoostPolicy policy = question.policy().related().boost();
        Set<ImageSignature> queries = KnownQuery.images(question);
        List<Winner> winners = boosts(queries, policy).entrySet().stream()
                .filter(entry -> entry.getValue() >= policy.minWinner() && !queries.contains(entry.getKey()))
                .map(entry -> new Winner(entry.getKey(), entry.getValue()))
                .sorted(Winner.BEST_FIRST)
                .toList();
        return KnownQuery.candidates(question, winners, Winner::image, winner -> new Remembered(winner.boost()));
    }

    private Map<ImageSignature, Double> boosts(Set<ImageSignature> queries, BoostPolicy policy) {
        List<PairCounts> pairs = queries.stream()
                .flatMap(query -> engagement.winners(query, MAX_WINNERS).stream())
                .toList();
        Map<ImageSignature, Double> boosts = new HashMap<>();
        if (!pairs.isEmpty()) {
            Memboost memboost = new Memboost(policy.smoothing(), policy.weights());
            EngagementRates rates = engagement.rates();
            pairs.forEach(pair -> boosts.merge(pair.result(), memboost.boost(pair.counts(), rates), Math::max));
        }
        return boosts;
    }
}
