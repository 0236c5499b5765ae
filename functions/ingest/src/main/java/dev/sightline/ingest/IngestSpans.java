package dev.sightline.ingest;

import dev.sightline.events.SourceVersion;
import dev.sightline.ingest.BucketChange.ObjectCreated;
import dev.sightline.queue.Sent;
import dev.sightline.storage.UploadTraces;
import dev.sightline.tracing.OpenSpan;
import dev.sightline.tracing.SpanAttributes;
import dev.sightline.tracing.Tracer;
import dev.sightline.visual.TraceParent;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The spans of one batch: for each change the one of its intake, in the trace in which the object was uploaded; one that was uploaded in no trace begins one
 * here. Not thread-safe.
 */
final class IngestSpans {

    private static final String INGEST = "ingest";
    private static final String WAIT = "wait for ingest";
    private static final Duration FLUSH = Duration.ofMillis(300);

    private final Tracer tracer;
    private final UploadTraces traces;
    private final Map<SourceVersion, OpenSpan> open = new HashMap<>();

    IngestSpans(Tracer tracer, UploadTraces traces) {
        this.tracer = tracer;
        this.traces = traces;
    }

    /** The intake of a change begins. */
    void begin(BucketChange change, Sent sent) {
        if (tracer.isOn()) {
            @Nullable TraceParent upload = change instanceof ObjectCreated
                    ? traces.of(change.source().key()).orElse(null)
                    : null;
            OpenSpan span = tracer.begin(INGEST, upload)
                    .with(SpanAttributes.KEY, change.source().key());
            open.put(change.source(), span);
            @Nullable Instant sentAt = sent.at();
            if (sentAt != null) {
                tracer.past(WAIT, upload == null ? span.place() : upload, sentAt, span.start());
            }
        }
    }

    /** Where what a change gives rise to happens. */
    Optional<TraceParent> of(SourceVersion source) {
        return Optional.ofNullable(open.get(source)).map(OpenSpan::place);
    }

    /** A change has come to its end. */
    void end(SourceVersion source, String outcome) {
        @Nullable OpenSpan span = open.remove(source);
        if (span != null) {
            span.with(SpanAttributes.OUTCOME, outcome).close();
        }
    }

    /** The batch has come to its end: what was not told to have, failed. */
    void end() {
        open.values()
                .forEach(span -> span.with(SpanAttributes.ERROR, "not-taken-in").close());
        open.clear();
        if (tracer.isOn()) {
            tracer.flush(FLUSH);
        }
    }
}
