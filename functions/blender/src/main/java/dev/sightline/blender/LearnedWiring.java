package dev.sightline.blender;

import dev.sightline.blender.search.LearnedViews;
import dev.sightline.index.EngagementIndex;
import dev.sightline.index.IndexNames;
import dev.sightline.index.OpenSearchConnection;
import dev.sightline.index.OpenSearchEngagementIndex;
import dev.sightline.index.PinIndex;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;

/** Puts together what Related Pins learn from; as {@link Wiring}. */
final class LearnedWiring {

    /** Before what is put together here logs. */
    void writeLogs(
            @Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent event, BlenderSettings settings) {
        settings.logFormat().apply();
    }

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
