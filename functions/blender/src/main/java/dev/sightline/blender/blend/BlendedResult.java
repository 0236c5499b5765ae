package dev.sightline.blender.blend;

import dev.sightline.blender.search.Candidate;
import dev.sightline.policy.CandidateSource;
import dev.sightline.visual.ImageSignature;
import java.util.List;

/**
 * An image that is part of the answer: the source whose place it took, its rank there from 1, and the near-duplicates that were collapsed
 * into it.
 */
public record BlendedResult(
        Candidate candidate, CandidateSource source, int sourceRank, List<ImageSignature> duplicates) {

    public BlendedResult {
        duplicates = List.copyOf(duplicates);
    }
}
