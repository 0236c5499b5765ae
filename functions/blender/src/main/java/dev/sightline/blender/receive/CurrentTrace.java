package dev.sightline.blender.receive;

import dev.sightline.tracing.OpenSpan;
import dev.sightline.tracing.Tracer;
import dev.sightline.visual.Sha256;
import dev.sightline.visual.TraceParent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * This request's place in a trace: in that of the client, if it sends one, otherwise at the beginning of one that is named after the request's id, so that either
 * leads to the other.
 */
@RequestScoped
public class CurrentTrace {

    private static final int TRACE_DIGITS = 32;

    private final TraceParent value;
    private final @Nullable String client;
    private @Nullable OpenSpan span;

    CurrentTrace(@Context HttpHeaders headers, ApiGatewayRequestId requestId) {
        RandomGenerator random = RandomGenerator.getDefault();
        Optional<TraceParent> sent =
                Optional.ofNullable(headers.getHeaderString(TraceParent.NAME)).flatMap(TraceParent::parse);
        client = sent.map(TraceParent::parentId).orElse(null);
        value = sent.map(parent -> parent.child(random))
                .orElseGet(() -> TraceParent.begin(traceId(requestId.value()), random));
    }

    /** The same for the whole request. */
    public TraceParent value() {
        return value;
    }

    /** The request begins: its span is at this place. */
    public void begin(Tracer tracer, String name) {
        span = tracer.beginAt(name, value, client);
    }

    /** Notes what the span tells of the request; nothing before it began. */
    public void note(String attribute, String told) {
        if (span != null) {
            span.with(attribute, told);
        }
    }

    /** The request ends; nothing happens if it did not begin. */
    public void end() {
        if (span != null) {
            span.close();
        }
    }

    private static String traceId(String requestId) {
        return Sha256.hex(requestId.getBytes(StandardCharsets.UTF_8)).substring(0, TRACE_DIGITS);
    }
}
