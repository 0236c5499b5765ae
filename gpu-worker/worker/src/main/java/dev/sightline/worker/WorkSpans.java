package dev.sightline.worker;

import dev.sightline.events.AnalysisRequested;
import dev.sightline.logs.LogFields;
import dev.sightline.queue.Sent;
import dev.sightline.tracing.OpenSpan;
import dev.sightline.tracing.SpanAttributes;
import dev.sightline.tracing.Tracer;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.TraceParent;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The spans of messages, each of which is handled by one thread from start to end: one for the work, below it one for each step. Queries have none here. Safe for
 * all threads.
 */
final class WorkSpans {

    /** Nothing comes of them. */
    static final WorkSpans NONE = new WorkSpans(Tracer.NONE);

    private static final String WORK = "analyze";
    private static final String WAIT = "wait for worker";
    private static final ScopedValue<OpenSpan> CURRENT = ScopedValue.newInstance();

    private final Tracer tracer;

    WorkSpans(Tracer tracer) {
        this.tracer = tracer;
    }

    /** Does the work that a message asks for; without a trace of its sender it begins one. */
    ImageOutcome during(WorkMessage message, Supplier<ImageOutcome> work) {
        if (!tracer.isOn()) {
            return work.get();
        }
        Sent sent = message.sent();
        try (OpenSpan span = tracer.begin(WORK, sent.trace())) {
            LogFields.add(LogFields.TRACE_ID, span.place().traceId());
            noteWait(sent, span);
            span.with(SpanAttributes.RECEIVES, Integer.toString(message.receiveCount()));
            ImageOutcome outcome = ScopedValue.where(CURRENT, span).call(work::get);
            span.with(SpanAttributes.OUTCOME, outcome.name().toLowerCase(Locale.ROOT));
            return outcome;
        }
    }

    /** From a message that came again, too: since it was sent first. */
    private void noteWait(Sent sent, OpenSpan span) {
        @Nullable Instant sentAt = sent.at();
        if (sentAt != null) {
            @Nullable TraceParent sender = sent.trace();
            tracer.past(WAIT, sender == null ? span.place() : sender, sentAt, span.start());
        }
    }

    /** Says which request it is that is worked on. */
    void about(AnalysisRequested request) {
        LogFields.add(LogFields.KEY, request.source().key());
        note(SpanAttributes.KEY, request.source().key());
    }

    /** Says which image it is, once that is known. */
    void about(ImageSignature image) {
        LogFields.add(LogFields.SIGNATURE, image.hex());
        note(SpanAttributes.SIGNATURE, image.hex());
    }

    /** Says what is found out about the work of this thread. */
    void note(String attribute, String value) {
        if (CURRENT.isBound()) {
            CURRENT.get().with(attribute, value);
        }
    }

    /** Runs a step of the work of this thread. */
    <T> T step(String name, Supplier<T> step) {
        if (!CURRENT.isBound()) {
            return step.get();
        }
        try (OpenSpan span = tracer.begin(name, CURRENT.get().place())) {
            try {
                return step.get();
            } catch (RuntimeException e) {
                span.with(SpanAttributes.ERROR, e.getClass().getSimpleName());
                throw e;
            }
        }
    }

    /** Where the work of this thread happens. */
    Optional<TraceParent> place() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get().place()) : Optional.empty();
    }
}
