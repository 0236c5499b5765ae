package dev.sightline.blender.search;

import dev.sightline.blender.understand.QueryFocus;
import dev.sightline.index.Neighbor;
import java.util.List;

/** What one source found for one focus, nearest first. */
public record Candidates(QueryFocus focus, CandidateSource source, List<Neighbor> neighbors) {

    public Candidates {
        neighbors = List.copyOf(neighbors);
    }
}
