package dev.sightline.blender.search;

import dev.sightline.blender.understand.UnderstoodQuery;
import dev.sightline.policy.BlenderPolicy;
import java.util.List;

/** A query with what was found for each focus, in the order of the foci, by one policy. */
public record SearchedQuery(UnderstoodQuery understood, BlenderPolicy policy, List<SearchedFocus> focuses) {

    public SearchedQuery {
        focuses = List.copyOf(focuses);
    }
}
