package dev.sightline.blender.respond;

import dev.sightline.blender.search.SearchedQuery;
import dev.sightline.blender.search.SourceOutcome;
import dev.sightline.tracing.SpanAttributes;
import dev.sightline.tracing.Tracer;
import dev.sightline.visual.TraceParent;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;

/** The spans of an answer, below that of its request: its stages, and each source that was asked. Told when it is ready: nobody waits for them. */
public final class AnswerSpans {

    private static final String SOURCE = "source ";

    private final Tracer tracer;
    private final Supplier<TraceParent> request;

    /** @param request where the request of this thread is in a trace */
    public AnswerSpans(Tracer tracer, Supplier<TraceParent> request) {
        this.tracer = tracer;
        this.request = request;
    }

    /** When the stages of an answer ended; each begins where the one before ended. */
    public record Times(Instant start, Instant understood, Instant searched, Instant answered) {}

    /** An answer is ready. */
    public void answered(SearchedQuery searched, Times times) {
        if (tracer.isOn()) {
            TraceParent place = request.get();
            tracer.past("understand", place, times.start(), times.understood());
            tracer.past("search", place, times.understood(), times.searched());
            tracer.past("blend and rank", place, times.searched(), times.answered());
            searched.focuses().stream()
                    .flatMap(focus -> focus.outcomes().stream())
                    .forEach(outcome -> tell(outcome, place, times));
        }
    }

    /** All sources are asked at once, when the query is understood. */
    private void tell(SourceOutcome outcome, TraceParent place, Times times) {
        switch (outcome) {
            case SourceOutcome.Found found -> tell(found, place, times, found.took(), Map.of());
            case SourceOutcome.Late late ->
                tell(late, place, times, late.budget(), Map.of(SpanAttributes.ERROR, "late"));
            case SourceOutcome.Failed failed -> {
                Duration search = Duration.between(times.understood(), times.searched());
                tell(
                        failed,
                        place,
                        times,
                        search,
                        Map.of(SpanAttributes.ERROR, failed.code().slug()));
            }
            case SourceOutcome.NotTriggered _ -> {}
        }
    }

    private void tell(
            SourceOutcome outcome, TraceParent place, Times times, Duration took, Map<String, String> attributes) {
        Instant start = times.understood();
        tracer.past(SOURCE + outcome.source().slug(), place, start, start.plus(took), attributes);
    }
}
