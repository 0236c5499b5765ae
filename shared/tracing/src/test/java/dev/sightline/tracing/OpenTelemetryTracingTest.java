package dev.sightline.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.sun.net.httpserver.HttpServer;
import dev.sightline.visual.TraceParent;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Status;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a collector that is there: a small server on loopback, which reads what comes with OpenTelemetry's own messages. */
class OpenTelemetryTracingTest {

    private static final Duration LONG = Duration.ofSeconds(5);
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final TraceParent CLIENT = new TraceParent(TRACE, "00f067aa0ba902b7", "01");
    private static final Instant START = Instant.parse("2026-01-02T03:04:05.123456Z");

    private final List<ExportTraceServiceRequest> requests = new CopyOnWriteArrayList<>();
    private HttpServer collector;

    @BeforeEach
    void startCollector() throws IOException {
        collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/v1/traces", exchange -> {
            requests.add(ExportTraceServiceRequest.parseFrom(exchange.getRequestBody()));
            exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.start();
    }

    @AfterEach
    void stopCollector() {
        collector.stop(0);
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + collector.getAddress().getPort());
    }

    @Test
    void record_spanWithParent_arrivesWithItsIdsTimesAndAttributes() {
        try (Tracing tracing = OpenTelemetryTracing.to(address(), "worker")) {
            TraceParent place = new TraceParent(TRACE, "b7ad6b7169203331", "01");
            tracing.record(new Span(
                    "decode",
                    place,
                    CLIENT.parentId(),
                    START,
                    START.plusMillis(7),
                    Map.of(SpanAttributes.KEY, "a b.png")));
            tracing.flush(LONG);
        }
        var span = arrived().getFirst();
        assertThat(span.getName()).isEqualTo("decode");
        assertThat(hex(span.getTraceId().toByteArray())).isEqualTo(TRACE);
        assertThat(hex(span.getSpanId().toByteArray())).isEqualTo("b7ad6b7169203331");
        assertThat(hex(span.getParentSpanId().toByteArray())).isEqualTo("00f067aa0ba902b7");
        assertThat(span.getStartTimeUnixNano()).isEqualTo(START.getEpochSecond() * 1_000_000_000 + START.getNano());
        assertThat(span.getEndTimeUnixNano() - span.getStartTimeUnixNano()).isEqualTo(7_000_000);
        assertThat(span.getAttributesList())
                .extracting(KeyValue::getKey, each -> each.getValue().getStringValue())
                .containsExactly(tuple("sightline.key", "a b.png"));
        assertThat(requests.getFirst().getResourceSpans(0).getResource().getAttributesList())
                .extracting(KeyValue::getKey, each -> each.getValue().getStringValue())
                .contains(tuple("service.name", "sightline-worker"));
    }

    @Test
    void record_spanWithAnError_hasFailed() {
        try (Tracing tracing = OpenTelemetryTracing.to(address(), "worker")) {
            tracing.record(
                    new Span("decode", CLIENT, null, START, START, Map.of(SpanAttributes.ERROR, "broken-image")));
            tracing.record(new Span("detect", CLIENT, null, START, START, Map.of()));
            tracing.flush(LONG);
        }
        assertThat(arrived())
                .extracting(
                        io.opentelemetry.proto.trace.v1.Span::getName,
                        span -> span.getStatus().getCode())
                .containsExactly(
                        tuple("decode", Status.StatusCode.STATUS_CODE_ERROR),
                        tuple("detect", Status.StatusCode.STATUS_CODE_UNSET));
    }

    @Test
    void record_traceThatIsNotSampled_sendsNothing() {
        try (Tracing tracing = OpenTelemetryTracing.to(address(), "worker")) {
            TraceParent unsampled = new TraceParent(TRACE, "b7ad6b7169203331", "00");
            tracing.record(new Span("decode", unsampled, null, START, START, Map.of()));
            tracing.flush(LONG);
        }
        assertThat(requests).isEmpty();
    }

    @Test
    void close_withoutFlush_sendsWhatIsLeft() {
        try (Tracing tracing = OpenTelemetryTracing.to(address(), "worker")) {
            tracing.record(new Span("decode", CLIENT, null, START, START, Map.of()));
        }
        assertThat(arrived()).hasSize(1);
    }

    @Test
    void flush_collectorThatNeverAnswers_waitsNoLongerThanAsked() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Tracing tracing =
                    OpenTelemetryTracing.to(URI.create("http://127.0.0.1:" + silent.getLocalPort()), "worker");
            tracing.record(new Span("decode", CLIENT, null, START, START, Map.of()));
            long start = System.nanoTime();
            tracing.flush(Duration.ofMillis(200));
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
        }
    }

    /** The collector starts after the first failure: what is recorded in the time that it is left alone is lost, and nobody waits. */
    @Test
    void record_collectorThatIsGone_losesSpansAndFailsNobody() {
        URI gone = address();
        collector.stop(0);
        Tracing tracing = OpenTelemetryTracing.to(gone, "worker");
        tracing.record(new Span("first", CLIENT, null, START, START, Map.of()));
        tracing.flush(LONG);
        long start = System.nanoTime();
        for (int i = 0; i < 5_000; i++) {
            tracing.record(new Span("later", CLIENT, null, START, START, Map.of()));
        }
        tracing.flush(LONG);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONG);
        assertThat(requests).isEmpty();
    }

    @Test
    void begin_childOfAChild_namesItsParents() {
        try (Tracing tracing = OpenTelemetryTracing.to(address(), "worker")) {
            Tracer tracer = new Tracer(tracing, Clock.fixed(START, ZoneOffset.UTC));
            try (OpenSpan outer = tracer.begin("outer", CLIENT)) {
                tracer.begin("inner", outer.place()).close();
            }
            tracing.flush(LONG);
        }
        assertThat(arrived())
                .extracting(io.opentelemetry.proto.trace.v1.Span::getName)
                .containsExactly("inner", "outer");
        assertThat(arrived().get(0).getParentSpanId())
                .isEqualTo(arrived().get(1).getSpanId());
        assertThat(hex(arrived().get(1).getParentSpanId().toByteArray())).isEqualTo(CLIENT.parentId());
    }

    private List<io.opentelemetry.proto.trace.v1.Span> arrived() {
        return requests.stream()
                .flatMap(request -> request.getResourceSpansList().stream())
                .map(ResourceSpans::getScopeSpansList)
                .flatMap(List::stream)
                .flatMap(scope -> scope.getSpansList().stream())
                .toList();
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
