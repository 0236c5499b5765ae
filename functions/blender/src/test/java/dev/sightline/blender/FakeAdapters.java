package dev.sightline.blender;

import dev.sightline.blender.receive.CursorSeal;
import dev.sightline.engagement.UserHash;
import dev.sightline.events.EngagementMessage;
import dev.sightline.testkit.Fixtures;
import dev.sightline.testkit.InMemoryAccessKeyStore;
import dev.sightline.testkit.InMemoryBoardStore;
import dev.sightline.testkit.InMemoryImageStore;
import dev.sightline.testkit.InMemoryPinIndex;
import dev.sightline.testkit.InMemoryPinStore;
import dev.sightline.testkit.InMemoryPolicyStore;
import dev.sightline.testkit.InMemoryQueueGauge;
import dev.sightline.testkit.InMemoryRankerStore;
import dev.sightline.testkit.InMemoryRequestStore;
import dev.sightline.testkit.InMemoryRollUpStore;
import dev.sightline.testkit.InMemorySourceRegistry;
import dev.sightline.testkit.InMemoryStagedQueries;
import dev.sightline.testkit.InMemoryThumbnailStore;
import dev.sightline.testkit.InMemoryVisualIndex;
import dev.sightline.testkit.RecordingEventQueue;
import dev.sightline.testkit.RecordingTracing;
import dev.sightline.tracing.Tracer;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;

/** Fakes in place of every adapter. */
@Alternative
@Priority(1)
final class FakeAdapters {

    static final String CURSOR_SECRET = "a secret of tests";

    @Produces
    @Singleton
    InMemoryVisualIndex index() {
        return new InMemoryVisualIndex();
    }

    @Produces
    @Singleton
    RecordingTracing tracing() {
        return new RecordingTracing();
    }

    @Produces
    @Singleton
    Tracer tracer(RecordingTracing tracing, Clock clock) {
        return new Tracer(tracing, clock);
    }

    @Produces
    @Singleton
    InMemorySourceRegistry registry() {
        return new InMemorySourceRegistry();
    }

    @Produces
    @Singleton
    InMemoryImageStore images() {
        return new InMemoryImageStore();
    }

    @Produces
    @Singleton
    InMemoryPolicyStore policies() {
        return new InMemoryPolicyStore();
    }

    @Produces
    @Singleton
    InMemoryRankerStore rankers() {
        return new InMemoryRankerStore();
    }

    @Produces
    @Singleton
    InMemoryStagedQueries staged() {
        return new InMemoryStagedQueries();
    }

    @Produces
    @Singleton
    RecordingEventQueue<EngagementMessage> engagementQueue() {
        return new RecordingEventQueue<>();
    }

    @Produces
    @Singleton
    UserHash users() {
        return new UserHash(() -> new byte[] {1});
    }

    @Produces
    @Singleton
    CursorSeal seal(Clock clock) {
        return new CursorSeal(() -> CURSOR_SECRET.getBytes(StandardCharsets.UTF_8), clock);
    }

    @Produces
    @Singleton
    InMemoryAccessKeyStore accessKeys() {
        return ApiKeys.store();
    }

    @Produces
    @Singleton
    InMemoryPinStore pins() {
        return new InMemoryPinStore();
    }

    @Produces
    @Singleton
    InMemoryThumbnailStore thumbnails() {
        return new InMemoryThumbnailStore();
    }

    @Produces
    @Singleton
    InMemoryRequestStore requests() {
        return new InMemoryRequestStore();
    }

    @Produces
    @Singleton
    InMemoryQueueGauge queues() {
        return new InMemoryQueueGauge();
    }

    @Produces
    @Singleton
    InMemoryRollUpStore rollUps() {
        return new InMemoryRollUpStore();
    }

    @Produces
    @Singleton
    InMemoryBoardStore boards() {
        return new InMemoryBoardStore();
    }

    @Produces
    @Singleton
    InMemoryPinIndex pinIndex() {
        return new InMemoryPinIndex();
    }

    @Produces
    @Singleton
    ScriptedAnalyzer analyzer() {
        return new ScriptedAnalyzer();
    }

    @Produces
    @Singleton
    Clock clock() {
        return Clock.fixed(Fixtures.NOW, ZoneOffset.UTC);
    }
}
