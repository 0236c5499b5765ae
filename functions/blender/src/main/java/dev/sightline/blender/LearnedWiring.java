package dev.sightline.blender;

import dev.sightline.blender.search.LearnedViews;
import dev.sightline.index.EngagementIndex;
import dev.sightline.index.IndexNames;
import dev.sightline.index.OpenSearchConnection;
import dev.sightline.index.OpenSearchEngagementIndex;
import dev.sightline.index.PinIndex;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Puts together what Related Pins learn from; as {@link Wiring}. */
final class LearnedWiring {

    @Produces
    @Singleton
    EngagementIndex engagementIndex(OpenSearchConnection openSearch) {
        return new OpenSearchEngagementIndex(openSearch, IndexNames.standard());
    }

    @Produces
    @Singleton
    LearnedViews learned(PinIndex pins, EngagementIndex engagement) {
        return new LearnedViews(pins, engagement);
    }
}
