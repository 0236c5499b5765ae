package dev.sightline.ingest;

import static dev.sightline.testkit.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.events.AnalysisRequested;
import dev.sightline.events.ImageRemoved;
import dev.sightline.events.IndexEvent;
import dev.sightline.events.Sequencer;
import dev.sightline.events.SourceId;
import dev.sightline.events.SourceVersion;
import dev.sightline.index.Source;
import dev.sightline.index.SourceState;
import dev.sightline.queue.ReceivedMessage;
import dev.sightline.queue.Sent;
import dev.sightline.storage.UploadTraces;
import dev.sightline.testkit.Fixtures;
import dev.sightline.testkit.InMemorySourceRegistry;
import dev.sightline.testkit.RecordingEventQueue;
import dev.sightline.tracing.Tracer;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UploadIntakeTest {

    private static final SourceVersion UPLOADED =
            new SourceVersion("images", "möbel/赤い椅子 №1+2%20.jpg", new Sequencer("0062E99A88DC407460"));
    private static final String ETAG = "be76ee6efe6d33d4a1e3f3b8e4e4ac02";
    private static final SourceVersion REPLACED =
            new SourceVersion(UPLOADED.bucket(), UPLOADED.key(), new Sequencer("0062E99A88DC407461"));

    private final InMemorySourceRegistry registry = new InMemorySourceRegistry();
    private final RecordingEventQueue<AnalysisRequested> analysisQueue = new RecordingEventQueue<>();
    private final RecordingEventQueue<IndexEvent> indexQueue = new RecordingEventQueue<>();
    private final UploadIntake intake = new UploadIntake(
            new UploadCheck(1 << 20, Clock.fixed(NOW, ZoneOffset.UTC)),
            new UploadOrder(registry),
            new UploadRequests(analysisQueue, indexQueue),
            () -> new IngestSpans(Tracer.NONE, UploadTraces.NONE));

    @Test
    void take_withUpload_recordsItAsPendingAndRequestsAnalysis() {
        assertThat(take(Map.of("m", created()))).isEmpty();

        assertThat(registry.find(UPLOADED.id())).contains(Source.pending(UPLOADED, ETAG, NOW));
        assertThat(analysisQueue.sent()).containsExactly(new AnalysisRequested(UPLOADED, ETAG, 5242, NOW));
    }

    @Test
    void take_withTheSameMessageWhilePending_requestsAgain() {
        take(Map.of("m", created()));
        take(Map.of("m", created()));

        assertThat(analysisQueue.sent()).hasSize(2);
    }

    @Test
    void take_withUploadThatIsAnswered_dropsIt() {
        registry.record(Source.indexed(
                UPLOADED, Fixtures.aSignature(1), Fixtures.aModelSet().id(), NOW));

        assertThat(take(Map.of("m", created()))).isEmpty();

        assertThat(analysisQueue.sent()).isEmpty();
        assertThat(state(UPLOADED.id())).isEqualTo(SourceState.INDEXED);
    }

    @Test
    void take_withOvertakenUpload_dropsIt() {
        registry.record(Source.removed(REPLACED, NOW));

        assertThat(take(Map.of("m", created()))).isEmpty();

        assertThat(analysisQueue.sent()).isEmpty();
        assertThat(state(UPLOADED.id())).isEqualTo(SourceState.REMOVED);
    }

    /** To ingest it is a new key; the worker finds that there is no object. */
    @Test
    void take_withLateUploadOfAPurgedKey_requestsAnalysis() {
        registry.record(Source.removed(REPLACED, NOW.minusSeconds(1)));
        registry.purge(NOW, 1);

        assertThat(take(Map.of("m", created()))).isEmpty();

        assertThat(state(UPLOADED.id())).isEqualTo(SourceState.PENDING);
        assertThat(analysisQueue.sent()).hasSize(1);
    }

    @Test
    void take_withDeletion_reportsItAndLeavesTheSourceToTheIndexer() {
        take(Map.of("m", RecordedEvents.read("object-deleted.json")));

        assertThat(indexQueue.sent()).containsExactly(new ImageRemoved(REPLACED, NOW));
        assertThat(registry.find(UPLOADED.id())).isEmpty();
    }

    @Test
    void take_withRefusedSend_failsOnlyThatMessage() {
        Map<String, String> bodies = new LinkedHashMap<>();
        bodies.put("first", created());
        bodies.put("deletion", RecordedEvents.read("object-deleted.json"));
        bodies.put("second", created().replace("0062E99A88DC407460", "0062E99A88DC407462"));
        analysisQueue.refuse(1);

        assertThat(take(bodies)).containsExactly("second");

        assertThat(analysisQueue.sent()).hasSize(1);
        assertThat(indexQueue.sent()).hasSize(1);
    }

    @Test
    void take_withSilentRegistry_failsUploadsAndStillReportsDeletions() {
        registry.becomeUnavailable();
        Map<String, String> bodies =
                Map.of("upload", created(), "deletion", RecordedEvents.read("object-deleted.json"));

        assertThat(take(bodies)).containsExactly("upload");

        assertThat(indexQueue.sent()).hasSize(1);
    }

    private SourceState state(SourceId id) {
        return registry.find(id).orElseThrow().state();
    }

    private static String created() {
        return RecordedEvents.read("object-created.json");
    }

    private Set<String> take(Map<String, String> bodies) {
        Map<String, ReceivedMessage> messages = new LinkedHashMap<>();
        bodies.forEach((id, body) -> messages.put(id, new ReceivedMessage(body, Sent.UNKNOWN)));
        return intake.take(messages);
    }
}
