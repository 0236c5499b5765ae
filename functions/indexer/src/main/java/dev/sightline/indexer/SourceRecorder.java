package dev.sightline.indexer;

import dev.sightline.events.AnalysisFailed;
import dev.sightline.events.ImageAnalyzed;
import dev.sightline.events.ImageRejected;
import dev.sightline.events.ImageRemoved;
import dev.sightline.events.IndexEvent;
import dev.sightline.index.Source;
import dev.sightline.index.SourceRegistry;

/** Stage record: notes at the source what an event says of it. */
final class SourceRecorder {

    private final SourceRegistry registry;

    SourceRecorder(SourceRegistry registry) {
        this.registry = registry;
    }

    /** Records what an event says of its source; one of an older version changes nothing and gives what is known instead. */
    SourceRegistry.Recording record(Source heard) {
        return registry.record(heard);
    }

    /** What an event says of its source. */
    static Source heardFrom(IndexEvent event) {
        return switch (event) {
            case ImageAnalyzed e ->
                Source.indexed(e.source(), e.signature(), e.modelSet().id(), e.analyzedAt());
            case ImageRejected e -> Source.rejected(e.source(), e.reason(), e.detail(), e.rejectedAt());
            case AnalysisFailed e -> Source.failed(e.source(), e.reason(), e.detail(), e.failedAt());
            case ImageRemoved e -> Source.removed(e.source(), e.removedAt());
        };
    }
}
