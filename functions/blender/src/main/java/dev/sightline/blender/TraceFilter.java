package dev.sightline.blender;

import dev.sightline.blender.receive.ApiGatewayRequestId;
import dev.sightline.blender.receive.CurrentTrace;
import dev.sightline.logs.LogFields;
import dev.sightline.tracing.SpanAttributes;
import dev.sightline.tracing.Tracer;
import dev.sightline.visual.TraceParent;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

/**
 * Tells in every answer where in a trace it was made, under the name by which clients say where they are; and makes the span of each request that is an
 * operation, named after it.
 */
@Provider
@Priority(TraceFilter.FIRST)
public class TraceFilter implements ContainerRequestFilter, ContainerResponseFilter {

    /** Before the request is admitted: who is refused is told of too. */
    static final int FIRST = 1;

    private static final int SERVER_ERRORS = 500;

    private final CurrentTrace trace;
    private final OperationPath operation;
    private final ApiGatewayRequestId requestId;

    /** Not made before the settings are there, as this filter is. */
    private final Instance<Tracer> tracer;

    TraceFilter(CurrentTrace trace, OperationPath operation, ApiGatewayRequestId requestId, Instance<Tracer> tracer) {
        this.trace = trace;
        this.operation = operation;
        this.requestId = requestId;
        this.tracer = tracer;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        LogFields.clear();
        LogFields.add(LogFields.REQUEST_ID, requestId.value());
        LogFields.add(LogFields.TRACE_ID, trace.value().traceId());
        trace.begin(tracer.get(), "%s %s".formatted(request.getMethod(), operation.value()));
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders().putSingle(TraceParent.NAME, trace.value().text());
        int status = response.getStatus();
        trace.note(SpanAttributes.REQUEST_ID, requestId.value());
        trace.note(SpanAttributes.STATUS, Integer.toString(status));
        if (status >= SERVER_ERRORS) {
            trace.note(SpanAttributes.ERROR, Integer.toString(status));
        }
        trace.end();
        LogFields.clear();
    }
}
