package dev.sightline.tracing;

import dev.sightline.visual.TraceParent;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, and where in a trace.
 *
 * @param name of a stage or a step, one of few: what tells two of the same name apart is an attribute
 * @param place the trace, and as {@code parentId} this span's own id: that of its children's parent
 * @param parentId the span by which it came about, 16 hex digits; null at the beginning of a trace
 * @param end not before {@code start}
 * @param attributes by names of {@link SpanAttributes}; it failed if {@link SpanAttributes#ERROR} is among them
 * @throws IllegalArgumentException if the name is empty or the end lies before the start; the message names both times
 */
public record Span(
        String name,
        TraceParent place,
        @Nullable String parentId,
        Instant start,
        Instant end,
        Map<String, String> attributes) {

    public Span {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("expected the name of a span, got none");
        }
        if (end.isBefore(start)) {
            throw new IllegalArgumentException("expected an end after %s, got %s".formatted(start, end));
        }
        attributes = Map.copyOf(attributes);
    }
}
