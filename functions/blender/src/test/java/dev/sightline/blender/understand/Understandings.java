package dev.sightline.blender.understand;

import dev.sightline.storage.StagedQueries;
import dev.sightline.testkit.Fixtures;
import dev.sightline.testkit.InMemoryImageStore;
import dev.sightline.testkit.InMemorySourceRegistry;
import dev.sightline.testkit.InMemoryStagedQueries;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Random;

/** Stages understand on fakes, at the moment of the fixtures. */
public final class Understandings {

    private Understandings() {}

    /** One for which nothing is kept of earlier queries. */
    public static QueryUnderstanding of(InMemoryImageStore store, QueryAnalyzer analyzer) {
        return of(store, analyzer, new InMemoryStagedQueries());
    }

    /** One that may find what is kept of earlier queries. */
    public static QueryUnderstanding of(InMemoryImageStore store, QueryAnalyzer analyzer, StagedQueries staged) {
        Clock clock = Clock.fixed(Fixtures.NOW, ZoneOffset.UTC);
        QueryPhotos photos = new QueryPhotos(staged, analyzer, clock, new Random(1));
        FreeBoxes boxes = new FreeBoxes(staged, analyzer, new StoredPixels(store, 1000), photos);
        return new QueryUnderstanding(new InMemorySourceRegistry(), photos, boxes, new FocusAnnotations(10));
    }
}
