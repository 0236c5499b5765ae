package dev.sightline.blender;

import dev.sightline.blender.search.LearnedViews;
import dev.sightline.testkit.InMemoryEngagementIndex;
import dev.sightline.testkit.InMemoryPinIndex;

/** Nobody saved or did anything yet. */
public final class EmptyViews {

    private EmptyViews() {}

    /** Views without content. */
    public static LearnedViews create() {
        return new LearnedViews(new InMemoryPinIndex(), new InMemoryEngagementIndex());
    }
}
