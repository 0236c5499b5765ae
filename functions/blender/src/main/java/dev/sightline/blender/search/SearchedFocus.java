package dev.sightline.blender.search;

import dev.sightline.blender.understand.QueryFocus;
import java.util.List;

/** A focus with what became of each source of its mix, in the order of the sources. */
public record SearchedFocus(QueryFocus focus, List<SourceOutcome> outcomes) {

    public SearchedFocus {
        outcomes = List.copyOf(outcomes);
    }
}
