package dev.sightline.blender.blend;

import dev.sightline.blender.search.CandidateSource;
import dev.sightline.index.Neighbor;

/** An image that is part of the answer, and who found it. */
public record BlendedResult(Neighbor neighbor, CandidateSource source) {}
