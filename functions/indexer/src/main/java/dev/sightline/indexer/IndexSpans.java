package dev.sightline.indexer;

import dev.sightline.events.CatalogueChanged;
import dev.sightline.events.ImageAnalyzed;
import dev.sightline.events.IndexEvent;
import dev.sightline.events.IndexMessage;
import dev.sightline.events.PurgeDue;
import dev.sightline.logs.LogFields;
import dev.sightline.queue.ReceivedMessage;
import dev.sightline.queue.Sent;
import dev.sightline.tracing.OpenSpan;
import dev.sightline.tracing.SpanAttributes;
import dev.sightline.tracing.Tracer;
import dev.sightline.visual.TraceParent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The spans of one batch: for each message the one of its effect on the index, and below it what was recorded at its source and the reconciliation, which all
 * messages of a batch have in common. Not thread-safe.
 */
final class IndexSpans {

    private static final String INDEX = "index";
    private static final String WAIT = "wait for indexer";
    private static final String RECORD = "record";
    private static final String RECONCILE = "reconcile";
    private static final Duration FLUSH = Duration.ofMillis(300);

    private final Tracer tracer;
    private final Clock clock;
    private final Map<String, OpenSpan> open = new LinkedHashMap<>();

    IndexSpans(Tracer tracer, Clock clock) {
        this.tracer = tracer;
        this.clock = clock;
    }

    /** Messages are there. */
    void begin(Map<String, ReceivedMessage> messages) {
        if (tracer.isOn()) {
            messages.forEach((id, message) -> open.put(id, begin(message.sent())));
        }
    }

    private OpenSpan begin(Sent sent) {
        @Nullable TraceParent sender = sent.trace();
        OpenSpan span = tracer.begin(INDEX, sender);
        @Nullable Instant sentAt = sent.at();
        if (sentAt != null) {
            tracer.past(WAIT, sender == null ? span.place() : sender, sentAt, span.start());
        }
        return span;
    }

    /** Records what a message says; the lines that are logged meanwhile tell what they are about. */
    Touched record(String id, IndexMessage message, Supplier<Touched> recording) {
        LogFields.clear();
        LogFields.add(LogFields.KEY, key(message));
        if (message instanceof ImageAnalyzed analyzed) {
            LogFields.add(LogFields.SIGNATURE, analyzed.signature().hex());
        }
        @Nullable OpenSpan span = open.get(id);
        if (span == null) {
            return recording.get();
        }
        LogFields.add(LogFields.TRACE_ID, span.place().traceId());
        span.with(SpanAttributes.KEY, key(message));
        if (message instanceof ImageAnalyzed analyzed) {
            span.with(SpanAttributes.SIGNATURE, analyzed.signature().hex());
        }
        try (OpenSpan _ = tracer.begin(RECORD, span.place())) {
            return recording.get();
        }
    }

    private static String key(IndexMessage message) {
        return switch (message) {
            case IndexEvent event -> event.source().key();
            case CatalogueChanged changed -> changed.key();
            case PurgeDue _ -> "";
        };
    }

    /** Does what all messages wait for. */
    <T> T reconcile(Supplier<T> work) {
        LogFields.clear();
        Instant start = clock.instant();
        try {
            return work.get();
        } finally {
            Instant end = clock.instant();
            open.values().forEach(span -> tracer.past(RECONCILE, span.place(), start, end));
        }
    }

    /** The batch has come to its end, but for the messages that come again. */
    void end(Set<String> failed) {
        open.forEach((id, span) -> {
            if (failed.contains(id)) {
                span.with(SpanAttributes.ERROR, "comes-again");
            }
            span.close();
        });
        open.clear();
        if (tracer.isOn()) {
            tracer.flush(FLUSH);
        }
    }
}
