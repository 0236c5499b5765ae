package dev.sightline.indexer;

import dev.sightline.events.AnalysisFailed;
import dev.sightline.events.EventJson;
import dev.sightline.events.ImageAnalyzed;
import dev.sightline.events.ImageRejected;
import dev.sightline.events.ImageRemoved;
import dev.sightline.events.IndexEvent;
import dev.sightline.index.Source;
import dev.sightline.index.SourceRegistry;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Stage record: notes at the source what an event says of it. */
final class SourceRecorder {

    private static final Logger LOG = System.getLogger(SourceRecorder.class.getName());

    private final SourceRegistry registry;

    SourceRecorder(SourceRegistry registry) {
        this.registry = registry;
    }

    /** Records an event; one of an older version changes nothing, and touches the same images all the same. */
    TouchedSource record(IndexEvent event) {
        Source heard = heardFrom(event);
        SourceRegistry.Recording recording = registry.record(heard);
        LOG.log(
                Level.INFO,
                "outcome={0} event={1} sequencer={2} key={3}",
                recording.current() ? recording.source().state().slug() : "overtaken",
                event.getClass().getSimpleName(),
                event.source().sequencer(),
                EventJson.write(event.source().key()));
        return TouchedSource.by(heard, recording);
    }

    /** What an event says of its source. */
    private static Source heardFrom(IndexEvent event) {
        return switch (event) {
            case ImageAnalyzed e ->
                Source.indexed(e.source(), e.signature(), e.modelSet().id(), e.analyzedAt());
            case ImageRejected e -> Source.rejected(e.source(), e.reason(), e.detail(), e.rejectedAt());
            case AnalysisFailed e -> Source.failed(e.source(), e.reason(), e.detail(), e.failedAt());
            case ImageRemoved e -> Source.removed(e.source(), e.removedAt());
        };
    }
}
