package dev.sightline.blender;

import dev.sightline.blender.receive.CurrentTrace;
import dev.sightline.visual.TraceParent;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

/** Tells in every answer where in a trace it was made, under the name by which clients say where they are. */
@Provider
public class TraceFilter implements ContainerResponseFilter {

    private final CurrentTrace trace;

    TraceFilter(CurrentTrace trace) {
        this.trace = trace;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders().putSingle(TraceParent.NAME, trace.value().text());
    }
}
