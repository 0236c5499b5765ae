package dev.sightline.local.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A span that was sent here.
 *
 * @param traceId 32 hex digits
 * @param id 16 hex digits
 * @param parentId 16 hex digits; null at the beginning of a trace
 * @param service which part of the system told of it
 * @param startMs milliseconds since 1970, with fractions
 * @param attributes those that are texts
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record KeptSpan(
        String traceId,
        String id,
        @Nullable String parentId,
        String name,
        String service,
        double startMs,
        double tookMs,
        boolean failed,
        Map<String, String> attributes) {

    KeptSpan {
        attributes = Map.copyOf(attributes);
    }
}
