package dev.sightline.blender.blend;

import dev.sightline.blender.search.SearchedQuery;
import dev.sightline.blender.understand.UnderstoodQuery;
import java.util.List;

/** A query with its results, one group for each focus. */
public record BlendedQuery(SearchedQuery searched, List<BlendedGroup> groups) {

    public BlendedQuery {
        groups = List.copyOf(groups);
    }

    /** What was understood of it. */
    public UnderstoodQuery understood() {
        return searched.understood();
    }
}
