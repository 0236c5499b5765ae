package dev.sightline.blender.blend;

import dev.sightline.blender.understand.QueryFocus;
import java.util.List;

/** The results of one focus, best first. */
public record BlendedGroup(QueryFocus focus, List<BlendedResult> results) {

    public BlendedGroup {
        results = List.copyOf(results);
    }
}
