package dev.sightline.blender.receive;

import dev.sightline.visual.Sha256;
import dev.sightline.visual.TraceParent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * This request's place in a trace: in that of the client, if it sends one, otherwise at the beginning of one that is named after the request's id, so that either
 * leads to the other.
 */
@RequestScoped
public class CurrentTrace {

    private static final int TRACE_DIGITS = 32;

    private final TraceParent value;

    CurrentTrace(@Context HttpHeaders headers, ApiGatewayRequestId requestId) {
        RandomGenerator random = RandomGenerator.getDefault();
        value = Optional.ofNullable(headers.getHeaderString(TraceParent.NAME))
                .flatMap(TraceParent::parse)
                .map(parent -> parent.child(random))
                .orElseGet(() -> TraceParent.begin(traceId(requestId.value()), random));
    }

    /** The same for the whole request. */
    public TraceParent value() {
        return value;
    }

    private static String traceId(String requestId) {
        return Sha256.hex(requestId.getBytes(StandardCharsets.UTF_8)).substring(0, TRACE_DIGITS);
    }
}
