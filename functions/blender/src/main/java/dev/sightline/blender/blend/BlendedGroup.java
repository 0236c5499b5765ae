package dev.sightline.blender.blend;

import dev.sightline.blender.receive.Refinement;
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

    /** The same group with these of its results, in this order; shares and tags are of them. */
    public BlendedGroup with(List<BlendedResult> chosen, Refinement refinement) {
        return new BlendedGroup(
                focus,
                chosen,
                sources.stream()
                        .map(share -> SourceShare.of(share.outcome(), share.quota(), chosen))
                        .toList(),
                ResultTags.of(chosen, refinement));
    }
}
