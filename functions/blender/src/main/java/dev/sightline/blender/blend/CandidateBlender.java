package dev.sightline.blender.blend;

import dev.sightline.blender.receive.VisualQuery;
import dev.sightline.blender.search.SearchedFocus;
import dev.sightline.blender.search.SearchedQuery;
import dev.sightline.blender.understand.PoolSize;
import dev.sightline.policy.BlenderPolicy;
import dev.sightline.policy.CandidateSource;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Stage blend: mixes what the sources of each group found. The same candidates under the same policy always give the same order.
 *
 * <ol>
 *   <li>{@link Claims}: a triggered source claims its weight times its confidence.
 *   <li>{@link Quotas}: the claims divide the places of the group, {@link RoundRobin} says whose turn each place is.
 *   <li>At its turn a source gives its best candidate that is not among the results yet, nor looks the same as one of them ({@link
 *       DuplicateCollapse}). A source that has none left is passed over.
 *   <li>Back-fill: places that are left go to the heaviest source until it has nothing left, then to the next.
 *   <li>Candidates that are only a fallback, since they lack the category that was asked for, come after all others, by the same rules.
 *   <li>What was found and has no place is compared with the results once more, so that each of them names all its duplicates and all sources
 *       that found it.
 * </ol>
 *
 * <p>Of Related Pins this mixes a pool, which is ranked and cut to the limit afterwards; quotas are shown as parts of the limit.
 *
 * <p>Scores of two sources are never compared. Paper: results of the sources are mixed by ratios that depend on what is understood of the
 * query; the rules are ours.
 */
public final class CandidateBlender {

    /** The results of every group. */
    public BlendedQuery blend(SearchedQuery searched) {
        List<BlendedGroup> groups =
                searched.focuses().stream().map(focus -> blend(searched, focus)).toList();
        return new BlendedQuery(searched, groups);
    }

    private static BlendedGroup blend(SearchedQuery searched, SearchedFocus focus) {
        BlenderPolicy policy = searched.policy();
        List<Claim> claims = Claims.of(focus, policy);
        VisualQuery query = searched.understood().query();
        int size = PoolSize.of(query, policy);
        Filling filling = new Filling(
                claims,
                Quotas.of(claims, size),
                new DuplicateCollapse(
                        policy.nearDuplicate(),
                        searched.understood().queryImage().map(Set::of).orElse(Set.of())));
        List<BlendedResult> results = filling.fill(focus.outcomes(), size);
        Map<CandidateSource, Integer> quotas = Quotas.of(claims, query.limit().value());
        return new BlendedGroup(
                focus.focus(),
                results,
                focus.outcomes().stream()
                        .map(outcome -> SourceShare.of(outcome, quotas.getOrDefault(outcome.source(), 0), results))
                        .toList(),
                ResultTags.of(results, query.refinement()));
    }
}
