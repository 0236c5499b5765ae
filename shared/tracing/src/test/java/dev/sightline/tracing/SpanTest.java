package dev.sightline.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sightline.visual.TraceParent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpanTest {

    private static final TraceParent PLACE =
            new TraceParent("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331", "01");

    @Test
    void span_thatEndsBeforeItsStart_isRefusedWithBothTimes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Span("decode", PLACE, null, Instant.ofEpochSecond(2), Instant.ofEpochSecond(1), Map.of()))
                .withMessage("expected an end after 1970-01-01T00:00:02Z, got 1970-01-01T00:00:01Z");
    }

    @Test
    void span_withoutAName_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Span("", PLACE, null, Instant.EPOCH, Instant.EPOCH, Map.of()));
    }

    @Test
    void past_endByAnotherClockBeforeTheStart_isNoTimeAtAll() {
        List<Span> spans = new ArrayList<>();
        tracer(spans).past("wait", PLACE, Instant.ofEpochSecond(2), Instant.ofEpochSecond(1));
        assertThat(spans.getFirst().end()).isEqualTo(Instant.ofEpochSecond(2));
        assertThat(spans.getFirst().parentId()).isEqualTo(PLACE.parentId());
    }

    @Test
    void begin_withoutAParent_beginsATraceOfItsOwnEachTime() {
        Tracer tracer = tracer(new ArrayList<>());
        assertThat(tracer.begin("ingest", null).place().traceId())
                .isNotEqualTo(tracer.begin("ingest", null).place().traceId());
    }

    @Test
    void close_twice_tellsOnce() {
        List<Span> spans = new ArrayList<>();
        OpenSpan span = tracer(spans).begin("ingest", null);
        span.close();
        span.close();
        assertThat(spans).hasSize(1);
        assertThat(spans.getFirst().parentId()).isNull();
    }

    private static Tracer tracer(List<Span> spans) {
        Tracing tracing = new Tracing() {
            @Override
            public boolean isOn() {
                return true;
            }

            @Override
            public void record(Span span) {
                spans.add(span);
            }

            @Override
            public void flush(Duration atMost) {}

            @Override
            public void close() {}
        };
        return new Tracer(tracing, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    }
}
