package dev.sightline.ingest;

import static dev.sightline.testkit.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.events.AnalysisRequested;
import dev.sightline.events.IndexEvent;
import dev.sightline.logs.LogFields;
import dev.sightline.queue.ReceivedMessage;
import dev.sightline.queue.Sent;
import dev.sightline.storage.UploadTraces;
import dev.sightline.testkit.Fixtures;
import dev.sightline.testkit.InMemorySourceRegistry;
import dev.sightline.testkit.RecordingEventQueue;
import dev.sightline.testkit.RecordingTracing;
import dev.sightline.tracing.Span;
import dev.sightline.tracing.SpanAttributes;
import dev.sightline.tracing.Tracer;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the intake tells of itself, over all of its stages. */
class IngestSpansTest {

    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final RecordingTracing tracing = new RecordingTracing();
    private final RecordingEventQueue<AnalysisRequested> analysisQueue = new RecordingEventQueue<>();
    private final RecordingEventQueue<IndexEvent> indexQueue = new RecordingEventQueue<>();

    @Test
    void take_uploadWithATrace_isInItAndSoIsWhatItGivesRiseTo() {
        take(key -> Optional.of(Fixtures.TRACE), "object-created.json");

        Span ingest = tracing.only("ingest");
        assertThat(ingest.place().traceId()).isEqualTo(Fixtures.TRACE.traceId());
        assertThat(ingest.parentId()).isEqualTo(Fixtures.TRACE.parentId());
        assertThat(ingest.attributes())
                .containsEntry(SpanAttributes.OUTCOME, "requested")
                .containsEntry(
                        SpanAttributes.KEY,
                        analysisQueue.sent().getFirst().source().key());
        assertThat(analysisQueue.traces()).containsExactly(Optional.of(ingest.place()));
        assertThat(tracing.fieldsAt("ingest"))
                .containsEntry(LogFields.TRACE_ID, Fixtures.TRACE.traceId())
                .containsEntry(
                        LogFields.KEY, analysisQueue.sent().getFirst().source().key());
        assertThat(LogFields.current()).isEmpty();
    }

    @Test
    void take_messageThatWaited_tellsForHowLong() {
        take(key -> Optional.of(Fixtures.TRACE), "object-created.json");

        Span wait = tracing.only("wait for ingest");
        assertThat(wait.parentId()).isEqualTo(Fixtures.TRACE.parentId());
        assertThat(wait.start()).isEqualTo(NOW.minusMillis(1500));
        assertThat(wait.end()).isEqualTo(NOW);
    }

    @Test
    void take_uploadWithoutATrace_beginsOne() {
        take(UploadTraces.NONE, "object-created.json");

        Span ingest = tracing.only("ingest");
        assertThat(ingest.parentId()).isNull();
        assertThat(analysisQueue.traces()).containsExactly(Optional.of(ingest.place()));
        assertThat(tracing.only("wait for ingest").place().traceId())
                .isEqualTo(ingest.place().traceId());
    }

    @Test
    void take_removedObject_isNotAskedForItsTrace() {
        take(
                key -> {
                    throw new AssertionError("asked for " + key);
                },
                "object-deleted.json");

        assertThat(tracing.only("ingest").attributes()).containsEntry(SpanAttributes.OUTCOME, "ImageRemoved");
        assertThat(indexQueue.traces())
                .containsExactly(Optional.of(tracing.only("ingest").place()));
    }

    @Test
    void take_requestThatCannotBeSent_hasFailed() {
        analysisQueue.refuse(0);
        take(UploadTraces.NONE, "object-created.json");

        assertThat(tracing.only("ingest").attributes()).containsEntry(SpanAttributes.ERROR, "not-taken-in");
    }

    private void take(UploadTraces traces, String notice) {
        UploadIntake intake = new UploadIntake(
                new UploadCheck(1 << 20, CLOCK),
                new UploadOrder(new InMemorySourceRegistry()),
                new UploadRequests(analysisQueue, indexQueue),
                () -> new IngestSpans(new Tracer(tracing, CLOCK), traces));
        Sent sent = new Sent(NOW.minusMillis(1500), null);
        intake.take(Map.of("m", new ReceivedMessage(RecordedEvents.read(notice), sent)));
    }
}
