package dev.sightline.blender.blend;

import dev.sightline.blender.search.Candidates;
import dev.sightline.blender.search.SearchedQuery;
import dev.sightline.index.Neighbor;
import dev.sightline.visual.ImageSignature;
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
        List<BlendedGroup> groups = searched.candidates().stream()
                .map(candidates -> blend(searched, candidates))
                .toList();
        return new BlendedQuery(searched.understood(), groups);
    }

    private static BlendedGroup blend(SearchedQuery searched, Candidates candidates) {
        Set<ImageSignature> taken = new HashSet<>();
        searched.understood().queryImage().ifPresent(taken::add);
        List<Neighbor> kept = candidates.neighbors().stream()
                .filter(neighbor -> taken.add(neighbor.image().signature()))
                .limit(searched.understood().query().limit().value())
                .toList();
        return new BlendedGroup(
                candidates.focus(),
                kept.stream()
                        .map(neighbor -> new BlendedResult(neighbor, candidates.source()))
                        .toList());
    }
}
