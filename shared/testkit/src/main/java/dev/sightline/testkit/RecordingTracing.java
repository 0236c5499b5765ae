package dev.sightline.testkit;

import dev.sightline.tracing.Span;
import dev.sightline.tracing.Tracing;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps the spans that it is told, also of traces that are not sampled. Safe for all threads. */
public final class RecordingTracing implements Tracing {

    private final List<Span> spans = new CopyOnWriteArrayList<>();

    @Override
    public boolean isOn() {
        return true;
    }

    @Override
    public void record(Span span) {
        spans.add(span);
    }

    @Override
    public void flush(Duration atMost) {}

    @Override
    public void close() {}

    /** All that ended, in that order. */
    public List<Span> spans() {
        return List.copyOf(spans);
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
