package dev.sightline.local.web;

import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The latest traces: at most {@value #MOST_SPANS} spans of all, {@value #MOST_OF_A_TRACE} of each. The trace that was told of longest ago goes first. Safe for all
 * threads.
 */
final class TraceMemory {

    static final int MOST_SPANS = 5000;
    static final int MOST_OF_A_TRACE = 500;

    /** As the stages name it. */
    private static final String SIGNATURE = "sightline.signature";

    /** By trace id, then by the span's own, since what is sent twice comes twice; the trace that was told of last is the last. */
    private final LinkedHashMap<String, Map<String, KeptSpan>> traces = new LinkedHashMap<>();

    private int count;

    /** A trace and its spans, by their start. */
    record Trace(String traceId, List<KeptSpan> spans) {}

    synchronized void add(Collection<KeptSpan> spans) {
        spans.forEach(this::add);
        Iterator<Map<String, KeptSpan>> oldest = traces.values().iterator();
        while (count > MOST_SPANS) {
            count -= oldest.next().size();
            oldest.remove();
        }
    }

    private void add(KeptSpan span) {
        Map<String, KeptSpan> trace = traces.getOrDefault(span.traceId(), new LinkedHashMap<>());
        traces.putLast(span.traceId(), trace);
        if (trace.size() < MOST_OF_A_TRACE && trace.put(span.id(), span) == null) {
            count++;
        }
    }

    /** How many spans are kept. */
    synchronized int size() {
        return count;
    }

    /** The traces that came across an image, the last ones first. */
    synchronized List<Trace> ofImage(String signature, int limit) {
        return traces.sequencedEntrySet().reversed().stream()
                .filter(trace -> trace.getValue().values().stream()
                        .anyMatch(span -> signature.equals(span.attributes().get(SIGNATURE))))
                .limit(limit)
                .map(trace -> trace(trace.getKey(), trace.getValue()))
                .toList();
    }

    /** The trace of an id; without spans if it is not known. */
    synchronized Trace ofId(String traceId) {
        return trace(traceId, traces.getOrDefault(traceId, new LinkedHashMap<>()));
    }

    private static Trace trace(String traceId, Map<String, KeptSpan> spans) {
        return new Trace(
                traceId,
                spans.values().stream()
                        .sorted(Comparator.comparingDouble(KeptSpan::startMs))
                        .toList());
    }
}
