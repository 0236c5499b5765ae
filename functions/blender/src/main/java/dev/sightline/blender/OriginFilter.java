package dev.sightline.blender;

import dev.sightline.blender.access.AllowedOrigins;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import org.jspecify.annotations.Nullable;

/**
 * Lets pages of listed origins read answers, errors among them; browsers keep answers from all others. API Gateway answers the requests by which
 * browsers ask before.
 */
@Provider
public class OriginFilter implements ContainerResponseFilter {

    private static final String ORIGIN = "Origin";

    /** Beyond those that browsers show to every page. */
    private static final String SHOWN =
            "ETag, Location, RateLimit, RateLimit-Policy, Retry-After, WWW-Authenticate, traceparent";

    /** Not made before the settings are there, as this filter is. */
    private final Instance<AllowedOrigins> allowed;

    OriginFilter(Instance<AllowedOrigins> allowed) {
        this.allowed = allowed;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        AllowedOrigins origins = allowed.get();
        if (origins.isEmpty()) {
            return;
        }
        MultivaluedMap<String, Object> headers = response.getHeaders();
        headers.add(HttpHeaders.VARY, ORIGIN);
        @Nullable String origin = request.getHeaderString(ORIGIN);
        if (origin != null && origins.contains(origin)) {
            headers.putSingle("Access-Control-Allow-Origin", origin);
            headers.putSingle("Access-Control-Expose-Headers", SHOWN);
        }
    }
}
