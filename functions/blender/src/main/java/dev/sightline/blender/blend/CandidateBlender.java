package dev.sightline.blender.blend;

import dev.sightline.blender.search.SearchedFocus;
import dev.sightline.blender.search.SearchedQuery;
import dev.sightline.blender.search.SourceOutcome;
import dev.sightline.blender.search.SourceOutcome.Found;
import dev.sightline.visual.ImageSignature;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Stage blend: one source so far, whose order stands. Drops the image that was asked about and what was already taken, then cuts to
 * the limit.
 */
public final class CandidateBlender {

    /** The results of every group. */
    public BlendedQuery blend(SearchedQuery searched) {
        List<BlendedGroup> groups =
                searched.focuses().stream().map(focus -> blend(searched, focus)).toList();
        return new BlendedQuery(searched, groups);
    }

    private static BlendedGroup blend(SearchedQuery searched, SearchedFocus focus) {
        int limit = searched.understood().query().limit().value();
        Set<ImageSignature> taken = new HashSet<>();
        searched.understood().queryImage().ifPresent(taken::add);
        List<BlendedResult> results = new ArrayList<>();
        List<SourceShare> shares = new ArrayList<>();
        for (SourceOutcome outcome : focus.outcomes()) {
            int before = results.size();
            if (outcome instanceof Found found) {
                for (int i = 0; i < found.candidates().size() && results.size() < limit; i++) {
                    if (taken.add(found.candidates().get(i).image().signature())) {
                        results.add(new BlendedResult(
                                found.candidates().get(i), found.source(), i + 1, List.of(), List.of()));
                    }
                }
            }
            shares.add(new SourceShare(outcome, limit, results.size() - before, 0));
        }
        return new BlendedGroup(
                focus.focus(),
                results,
                shares,
                ResultTags.of(results, searched.understood().query().refinement()));
    }
}
