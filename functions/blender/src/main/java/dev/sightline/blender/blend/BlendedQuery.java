package dev.sightline.blender.blend;

import dev.sightline.blender.understand.UnderstoodQuery;
import java.util.List;

/** A query with its results, one group for each focus. */
public record BlendedQuery(UnderstoodQuery understood, List<BlendedGroup> groups) {

    public BlendedQuery {
        groups = List.copyOf(groups);
    }
}
