package dev.sightline.tracing;

import dev.sightline.visual.TraceParent;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.IdGenerator;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Sends spans to a collector, as OTLP over HTTP in batches: on a thread of its own, from a queue that holds {@value #MAX_WAITING} and forgets what is beyond.
 *
 * <p>A span has the ids of its {@link Span#place}, which were known to others before it ended: OpenTelemetry asks its generator for them.
 */
public final class OpenTelemetryTracing implements Tracing {

    private static final String SCOPE = "dev.sightline";
    private static final String PATH = "/v1/traces";
    private static final int MAX_WAITING = 2048;
    private static final Duration DELAY = Duration.ofSeconds(1);
    private static final Duration CONNECT = Duration.ofMillis(500);
    private static final Duration SENDING = Duration.ofSeconds(2);
    private static final Duration END = Duration.ofSeconds(2);

    private static final ScopedValue<TraceParent> PLACE = ScopedValue.newInstance();

    private final SdkTracerProvider provider;
    private final io.opentelemetry.api.trace.Tracer tracer;

    private OpenTelemetryTracing(SdkTracerProvider provider) {
        this.provider = provider;
        this.tracer = provider.get(SCOPE);
    }

    /**
     * Where to send spans.
     *
     * @param collector base URL of the collector, to which {@value #PATH} is appended
     * @param service which part of the system tells
     */
    public static OpenTelemetryTracing to(URI collector, String service) {
        OtlpHttpSpanExporter exporter = OtlpHttpSpanExporter.builder()
                .setEndpoint(collector.toString().replaceAll("/$", "") + PATH)
                .setConnectTimeout(CONNECT)
                .setTimeout(SENDING)
                .setRetryPolicy(null)
                .build();
        Resource resource = Resource.getDefault()
                .merge(Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), "sightline-" + service)));
        return new OpenTelemetryTracing(SdkTracerProvider.builder()
                .setResource(resource)
                .setIdGenerator(new PlacedIds())
                .setSampler(Sampler.alwaysOn())
                .addSpanProcessor(BatchSpanProcessor.builder(new OpenTelemetryExporter(exporter, collector))
                        .setMaxQueueSize(MAX_WAITING)
                        .setScheduleDelay(DELAY)
                        .setExporterTimeout(SENDING)
                        .build())
                .build());
    }

    @Override
    public boolean isOn() {
        return true;
    }

    @Override
    public void record(Span span) {
        if (flags(span.place()).isSampled()) {
            ScopedValue.where(PLACE, span.place()).run(() -> send(span));
        }
    }

    private void send(Span span) {
        SpanBuilder builder = tracer.spanBuilder(span.name()).setStartTimestamp(span.start());
        String parentId = span.parentId();
        if (parentId == null) {
            builder.setNoParent();
        } else {
            SpanContext parent = SpanContext.createFromRemoteParent(
                    span.place().traceId(), parentId, flags(span.place()), TraceState.getDefault());
            builder.setParent(Context.root().with(io.opentelemetry.api.trace.Span.wrap(parent)));
        }
        span.attributes().forEach(builder::setAttribute);
        io.opentelemetry.api.trace.Span sent = builder.startSpan();
        if (span.attributes().containsKey(SpanAttributes.ERROR)) {
            sent.setStatus(StatusCode.ERROR);
        }
        sent.end(span.end());
    }

    private static TraceFlags flags(TraceParent place) {
        return TraceFlags.fromHex(place.flags(), 0);
    }

    @Override
    public void flush(Duration atMost) {
        provider.forceFlush().join(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        provider.shutdown().join(END.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The ids of the span that is recorded in this thread. */
    private static final class PlacedIds implements IdGenerator {

        @Override
        public String generateTraceId() {
            return PLACE.get().traceId();
        }

        @Override
        public String generateSpanId() {
            return PLACE.get().parentId();
        }
    }
}
