package dev.sightline.tracing;

import dev.sightline.visual.TraceParent;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Something that happens now; at its end it becomes a {@link Span}. Not thread-safe: what happens tells of itself. */
public final class OpenSpan implements AutoCloseable {

    private final String name;
    private final TraceParent place;
    private final @Nullable String parentId;
    private final Tracing tracing;
    private final Clock clock;
    private final Instant start;
    private final Map<String, String> attributes = new TreeMap<>();
    private boolean closed;

    OpenSpan(String name, TraceParent place, @Nullable String parentId, Tracing tracing, Clock clock) {
        this.name = name;
        this.place = place;
        this.parentId = parentId;
        this.tracing = tracing;
        this.clock = clock;
        this.start = clock.instant();
    }

    /** Under which what it gives rise to happens. */
    public TraceParent place() {
        return place;
    }

    /** When it began. */
    public Instant start() {
        return start;
    }

    /** Notes an attribute, by a name of {@link SpanAttributes}; a later value replaces a former one. */
    public OpenSpan with(String attribute, String value) {
        attributes.put(attribute, value);
        return this;
    }

    /** Ends it; nothing more happens if it has ended. */
    @Override
    public void close() {
        if (!closed && tracing.isOn()) {
            Instant now = clock.instant();
            Instant end = now.isBefore(start) ? start : now;
            tracing.record(new Span(name, place, parentId, start, end, attributes));
        }
        closed = true;
    }
}
