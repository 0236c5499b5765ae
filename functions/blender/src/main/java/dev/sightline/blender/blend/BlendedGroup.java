package dev.sightline.blender.blend;

import dev.sightline.blender.understand.QueryFocus;
import java.util.List;

/** The results of one focus, best first; what each source gave; and the tags of the results, most frequent first. */
public record BlendedGroup(
        QueryFocus focus, List<BlendedResult> results, List<SourceShare> sources, List<ResultTag> tags) {

    public BlendedGroup {
        results = List.copyOf(results);
        sources = List.copyOf(sources);
        tags = List.copyOf(tags);
    }
}
