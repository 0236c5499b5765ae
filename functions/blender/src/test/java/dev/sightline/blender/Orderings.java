package dev.sightline.blender;

import dev.sightline.blender.rank.AnswerLog;
import dev.sightline.blender.rank.PoolLookup;
import dev.sightline.blender.rank.PoolRanking;
import dev.sightline.blender.rank.Rankers;
import dev.sightline.testkit.Fixtures;
import dev.sightline.testkit.InMemoryEngagementIndex;
import dev.sightline.testkit.InMemoryPinIndex;
import dev.sightline.testkit.InMemoryRankerStore;
import dev.sightline.testkit.RecordingEventQueue;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;

/** Orderings of Related Pins for tests that are about something else. */
final class Orderings {

    private static final Duration AMPLE = Duration.ofMinutes(1);

    private Orderings() {}

    /** Nothing was ever saved or done, and no ranker is kept. */
    static VisualDiscovery.Ordering withoutEngagement() {
        PoolLookup lookup = new PoolLookup(new InMemoryPinIndex(), new InMemoryEngagementIndex(), AMPLE);
        return new VisualDiscovery.Ordering(
                new PoolRanking(lookup, new Rankers(new InMemoryRankerStore(), AMPLE)),
                new AnswerLog(new RecordingEventQueue<>(), Clock.fixed(Fixtures.NOW, ZoneOffset.UTC), AMPLE));
    }
}
