package dev.sightline.testkit;

import dev.sightline.logs.LogFields;
import dev.sightline.tracing.Span;
import dev.sightline.tracing.Tracing;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps the spans that it is told, also of traces that are not sampled. Safe for all threads. */
public final class RecordingTracing implements Tracing {

    private final List<Span> spans = new CopyOnWriteArrayList<>();

    private final Map<String, Map<String, String>> fields = new ConcurrentHashMap<>();

    @Override
    public boolean isOn() {
        return true;
    }

    @Override
    public void record(Span span) {
        spans.add(span);
        fields.put(span.name(), LogFields.current());
    }

    @Override
    public void flush(Duration atMost) {}

    @Override
    public void close() {}

    /** All that ended, in that order. */
    public List<Span> spans() {
        return List.copyOf(spans);
    }

    /** What lines of the log told beside their message when the last span of a name ended; nothing if none did. */
    public Map<String, String> fieldsAt(String name) {
        return fields.getOrDefault(name, Map.of());
    }

    /** The names of all that ended, in that order. */
    public List<String> names() {
        return spans.stream().map(Span::name).toList();
    }

    /**
     * The only one of a name.
     *
     * @throws AssertionError if there is none, or more than one
     */
    public Span only(String name) {
        List<Span> found =
                spans.stream().filter(span -> span.name().equals(name)).toList();
        if (found.size() != 1) {
            throw new AssertionError("expected one span '%s' among %s".formatted(name, names()));
        }
        return found.getFirst();
    }
}
