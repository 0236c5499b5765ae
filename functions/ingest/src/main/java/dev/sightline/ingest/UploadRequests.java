package dev.sightline.ingest;

import dev.sightline.events.AnalysisRequested;
import dev.sightline.events.IndexEvent;
import dev.sightline.ingest.Verdict.Analyze;
import dev.sightline.ingest.Verdict.Drop;
import dev.sightline.ingest.Verdict.Report;
import dev.sightline.queue.EventQueue;
import dev.sightline.visual.SightlineException;
import dev.sightline.visual.TraceParent;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Stage request: sends everything that a batch gave rise to, each queue once. */
final class UploadRequests {

    private final EventQueue<AnalysisRequested> analysisQueue;
    private final EventQueue<IndexEvent> indexQueue;

    UploadRequests(EventQueue<AnalysisRequested> analysisQueue, EventQueue<IndexEvent> indexQueue) {
        this.analysisQueue = analysisQueue;
        this.indexQueue = indexQueue;
    }

    /**
     * Sends what the verdicts ask for.
     *
     * @param verdicts by message id
     * @param spans in whose traces they came about
     * @return the reasons of what could not be sent, by message id
     */
    Map<String, SightlineException> request(Map<String, Verdict> verdicts, IngestSpans spans) {
        Map<String, AnalysisRequested> requests = new LinkedHashMap<>();
        Map<String, IndexEvent> reports = new LinkedHashMap<>();
        verdicts.forEach((id, verdict) -> {
            switch (verdict) {
                case Analyze analyze -> requests.put(id, analyze.request());
                case Report report -> reports.put(id, report.event());
                case Drop _ -> {}
            }
        });
        Map<String, SightlineException> unsent =
                new HashMap<>(send(requests, analysisQueue, request -> spans.of(request.source())));
        unsent.putAll(send(reports, indexQueue, report -> spans.of(report.source())));
        return unsent;
    }

    private static <E> Map<String, SightlineException> send(
            Map<String, E> events, EventQueue<E> queue, Function<E, Optional<TraceParent>> traces) {
        if (events.isEmpty()) {
            return Map.of();
        }
        List<String> ids = List.copyOf(events.keySet());
        Map<String, SightlineException> unsent = new HashMap<>();
        queue.send(List.copyOf(events.values()), traces)
                .forEach((position, reason) -> unsent.put(ids.get(position), reason));
        return unsent;
    }
}
