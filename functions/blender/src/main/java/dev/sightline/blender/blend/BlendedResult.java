package dev.sightline.blender.blend;

import dev.sightline.blender.search.Candidate;
import dev.sightline.policy.CandidateSource;
import dev.sightline.visual.ImageSignature;
import java.util.List;

/**
 * An image that is part of the answer: the source whose place it took, its rank there from 1, the other sources that found it too, in
 * their order, and the near-duplicates that were collapsed into it.
 */
public record BlendedResult(
        Candidate candidate,
        CandidateSource source,
        int sourceRank,
        List<AlsoFound> alsoFoundBy,
        List<ImageSignature> duplicates) {

    public BlendedResult {
        alsoFoundBy = List.copyOf(alsoFoundBy);
        duplicates = List.copyOf(duplicates);
    }

    /** A source that found the image too, and its rank there from 1. */
    public record AlsoFound(CandidateSource source, int rank) {}
}
