package dev.sightline.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.events.AnalysisRequested;
import dev.sightline.events.EventJson;
import dev.sightline.logs.LogFields;
import dev.sightline.queue.Sent;
import dev.sightline.testkit.Fixtures;
import dev.sightline.tracing.Span;
import dev.sightline.tracing.SpanAttributes;
import dev.sightline.visual.ImageSignature;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WorkSpansTest {

    private final WorkerFixture worker = new WorkerFixture();
    private final byte[] picture = Pictures.png(0x102030);
    private final AnalysisRequested request = worker.upload("a.png", picture);

    /** Other tests may have worked outside of any message in this thread. */
    @BeforeEach
    void beginWithoutFields() {
        LogFields.clear();
    }

    @Test
    void handle_messageWithATrace_tellsEachStepBelowTheWork() {
        handle(new Sent(worker.clock.instant().minusMillis(700), Fixtures.TRACE));

        Span work = worker.tracing.only("analyze");
        assertThat(work.place().traceId()).isEqualTo(Fixtures.TRACE.traceId());
        assertThat(work.parentId()).isEqualTo(Fixtures.TRACE.parentId());
        assertThat(worker.tracing.names()).contains("download", "decode", "thumbnail", "store", "publish");
        assertThat(worker.tracing.spans())
                .filteredOn(
                        span -> !span.name().equals("analyze") && !span.name().equals("wait for worker"))
                .allMatch(span -> work.place().parentId().equals(span.parentId()));
        assertThat(worker.tracing.only("wait for worker").start())
                .isEqualTo(worker.clock.instant().minusMillis(700));
    }

    @Test
    void handle_always_tellsKeySignatureReceivesAndOutcome() {
        handle(Sent.UNKNOWN);

        assertThat(worker.tracing.only("analyze").attributes())
                .containsEntry(SpanAttributes.KEY, "a.png")
                .containsEntry(
                        SpanAttributes.SIGNATURE, ImageSignature.of(picture).hex())
                .containsEntry(SpanAttributes.RECEIVES, "2")
                .containsEntry(SpanAttributes.OUTCOME, "analyzed");
    }

    @Test
    void handle_always_givesLinesOfTheLogTheirFieldsUntilItsEnd() {
        handle(new Sent(null, Fixtures.TRACE));

        assertThat(worker.tracing.fieldsAt("publish"))
                .containsEntry(LogFields.KEY, "a.png")
                .containsEntry(LogFields.SIGNATURE, ImageSignature.of(picture).hex())
                .containsEntry(LogFields.TRACE_ID, Fixtures.TRACE.traceId());
        assertThat(LogFields.current()).isEmpty();
    }

    @Test
    void handle_always_sendsItsPlaceToTheIndexer() {
        handle(Sent.UNKNOWN);

        assertThat(worker.indexQueue.traces())
                .containsExactly(Optional.of(worker.tracing.only("analyze").place()));
    }

    @Test
    void handle_failure_isAnErrorOfTheStepAndOfTheWork() {
        worker.images.becomeUnavailable();
        handle(Sent.UNKNOWN);

        assertThat(worker.tracing.only("download").attributes()).containsKey(SpanAttributes.ERROR);
        assertThat(worker.tracing.only("analyze").attributes())
                .containsEntry(SpanAttributes.ERROR, "storage-unavailable")
                .containsEntry(SpanAttributes.OUTCOME, "unavailable");
    }

    @Test
    void step_outsideOfAMessage_isNotTold() {
        assertThat(worker.metrics.time(WorkerMetrics.Stage.DECODE, () -> "pixels"))
                .isEqualTo("pixels");
        assertThat(worker.tracing.spans()).isEmpty();
    }

    private void handle(Sent sent) {
        worker.handler().handle(new WorkMessage("id", "receipt", EventJson.write(request), 2, sent));
    }
}
