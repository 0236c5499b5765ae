package dev.sightline.blender;

import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

/**
 * Tells clients how often they may ask, in the header that the IETF's draft of rate limit headers names so. How much of it is left only API Gateway knows; its
 * 429 says that nothing is.
 */
@Provider
public class RateLimitFilter implements ContainerResponseFilter {

    private static final String HEADER = "RateLimit-Policy";

    /** Not made before the settings are there, as this filter is. */
    private final Instance<BlenderSettings> settings;

    RateLimitFilter(Instance<BlenderSettings> settings) {
        this.settings = settings;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        BlenderSettings limits = settings.get();
        if (limits.apiRate() > 0) {
            response.getHeaders()
                    .putSingle(
                            HEADER, "\"rate\";q=%d;w=1, \"burst\";q=%d".formatted(limits.apiRate(), limits.apiBurst()));
        }
    }
}
