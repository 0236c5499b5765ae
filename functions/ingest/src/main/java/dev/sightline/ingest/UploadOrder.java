package dev.sightline.ingest;

import dev.sightline.events.AnalysisRequested;
import dev.sightline.index.Source;
import dev.sightline.index.SourceRegistry;
import dev.sightline.index.SourceState;
import dev.sightline.ingest.Verdict.Analyze;
import dev.sightline.ingest.Verdict.Drop;
import dev.sightline.ingest.Verdict.Report;

/**
 * Stage order: records what is to be analyzed, and drops what a newer change of the key has overtaken or the worker has answered.
 *
 * <p>A message that comes again finds its own record still pending and is requested again: the first try may have ended between
 * recording and sending. Reports pass: the indexer orders them itself.
 */
final class UploadOrder {

    private final SourceRegistry registry;

    UploadOrder(SourceRegistry registry) {
        this.registry = registry;
    }

    Verdict order(Verdict verdict) {
        return switch (verdict) {
            case Analyze analyze -> order(analyze);
            case Report report -> report;
            case Drop drop -> drop;
        };
    }

    private Verdict order(Analyze analyze) {
        AnalysisRequested request = analyze.request();
        SourceRegistry.Recording recording =
                registry.record(Source.pending(request.source(), request.etag(), request.requestedAt()));
        SourceState state = recording.source().state();
        if (!recording.current()) {
            return new Drop(
                    request.source(),
                    "overtaken-by-" + recording.source().version().sequencer());
        }
        return state == SourceState.PENDING ? analyze : new Drop(request.source(), "already-" + state.slug());
    }
}
