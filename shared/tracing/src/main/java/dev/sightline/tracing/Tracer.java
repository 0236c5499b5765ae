package dev.sightline.tracing;

import dev.sightline.visual.TraceParent;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Begins spans. Safe for all threads. */
public final class Tracer implements AutoCloseable {

    /** Its spans are forgotten, so that no clock is needed either. */
    public static final Tracer NONE = new Tracer(Tracing.NONE, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

    private static final int TRACE_BYTES = 16;

    private final Tracing tracing;
    private final Clock clock;

    public Tracer(Tracing tracing, Clock clock) {
        this.tracing = tracing;
        this.clock = clock;
    }

    /** One whose spans go to the collector at this base URL, told by this part of the system; without one (null) they are forgotten, and nothing of OpenTelemetry is loaded. */
    public static Tracer to(@Nullable URI collector, String service, Clock clock) {
        return new Tracer(collector == null ? Tracing.NONE : OpenTelemetryTracing.to(collector, service), clock);
    }

    /** As {@link Tracing#isOn}. */
    public boolean isOn() {
        return tracing.isOn();
    }

    /** Something begins now, by what {@code parent} names; null: it begins a trace. */
    public OpenSpan begin(String name, @Nullable TraceParent parent) {
        RandomGenerator random = ThreadLocalRandom.current();
        return parent == null
                ? beginAt(name, TraceParent.begin(traceId(random), random), null)
                : beginAt(name, parent.child(random), parent.parentId());
    }

    /** Something begins now, at a place that is known already; its parent is null at the beginning of a trace. */
    public OpenSpan beginAt(String name, TraceParent place, @Nullable String parentId) {
        return new OpenSpan(name, place, parentId, tracing, clock);
    }

    /** Something is over that began before anybody knew where in a trace. An end before the start (two clocks) is taken for no time at all. */
    public void past(String name, TraceParent parent, Instant start, Instant end) {
        past(name, parent, start, end, Map.of());
    }

    /** As the other, with attributes. */
    public void past(String name, TraceParent parent, Instant start, Instant end, Map<String, String> attributes) {
        if (tracing.isOn()) {
            TraceParent place = parent.child(ThreadLocalRandom.current());
            Instant ended = end.isBefore(start) ? start : end;
            tracing.record(new Span(name, place, parent.parentId(), start, ended, attributes));
        }
    }

    private static String traceId(RandomGenerator random) {
        byte[] bytes = new byte[TRACE_BYTES];
        random.nextBytes(bytes);
        bytes[0] |= 1;
        return HexFormat.of().formatHex(bytes);
    }

    /** As {@link Tracing#flush}. */
    public void flush(Duration atMost) {
        tracing.flush(atMost);
    }

    @Override
    public void close() {
        tracing.close();
    }
}
