package dev.sightline.indexer;

import static dev.sightline.testkit.Fixtures.NOW;
import static dev.sightline.testkit.Fixtures.anIndexEvent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.events.IndexEvent;
import dev.sightline.logs.LogFields;
import dev.sightline.queue.ReceivedMessage;
import dev.sightline.queue.Sent;
import dev.sightline.testkit.Fixtures;
import dev.sightline.testkit.RecordingTracing;
import dev.sightline.tracing.Span;
import dev.sightline.tracing.SpanAttributes;
import dev.sightline.tracing.Tracer;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IndexSpansTest {

    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final RecordingTracing tracing = new RecordingTracing();
    private final IndexSpans spans = new IndexSpans(new Tracer(tracing, CLOCK), CLOCK);

    @Test
    void batch_ofAMessageWithATrace_tellsItsStepsBelowIt() {
        IndexEvent event = anIndexEvent().analyzed();
        spans.begin(Map.of("m", message(new Sent(NOW.minusSeconds(2), Fixtures.TRACE))));
        spans.record("m", event, () -> TouchedImages.NONE);
        spans.reconcile(() -> "done");
        spans.end(Set.of());

        Span index = tracing.only("index");
        assertThat(tracing.names()).containsExactly("wait for indexer", "record", "reconcile", "index");
        assertThat(tracing.fieldsAt("record"))
                .containsEntry(LogFields.KEY, event.source().key())
                .containsEntry(LogFields.TRACE_ID, Fixtures.TRACE.traceId())
                .containsKey(LogFields.SIGNATURE);
        assertThat(tracing.fieldsAt("index")).isEmpty();
        assertThat(index.parentId()).isEqualTo(Fixtures.TRACE.parentId());
        assertThat(tracing.only("record").parentId()).isEqualTo(index.place().parentId());
        assertThat(tracing.only("reconcile").parentId()).isEqualTo(index.place().parentId());
        assertThat(tracing.only("wait for indexer").start()).isEqualTo(NOW.minusSeconds(2));
        assertThat(index.attributes())
                .containsEntry(SpanAttributes.KEY, event.source().key())
                .containsKey(SpanAttributes.SIGNATURE)
                .doesNotContainKey(SpanAttributes.ERROR);
    }

    @Test
    void batch_withAMessageThatComesAgain_saysSo() {
        spans.begin(Map.of("m", message(Sent.UNKNOWN)));
        spans.end(Set.of("m"));

        assertThat(tracing.only("index").attributes()).containsEntry(SpanAttributes.ERROR, "comes-again");
    }

    @Test
    void reconcile_thatFails_isToldAllTheSame() {
        spans.begin(Map.of("m", message(Sent.UNKNOWN)));

        assertThatThrownBy(() -> spans.reconcile(() -> {
                    throw new IllegalStateException("no index");
                }))
                .hasMessage("no index");
        assertThat(tracing.names()).containsExactly("reconcile");
    }

    private static ReceivedMessage message(Sent sent) {
        return new ReceivedMessage("{}", sent);
    }
}
