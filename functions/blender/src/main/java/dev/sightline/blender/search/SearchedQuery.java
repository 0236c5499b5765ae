package dev.sightline.blender.search;

import dev.sightline.blender.understand.UnderstoodQuery;
import java.util.List;

/** A query with the candidates of each focus, in the order of the foci. */
public record SearchedQuery(UnderstoodQuery understood, List<Candidates> candidates) {

    public SearchedQuery {
        candidates = List.copyOf(candidates);
    }
}
