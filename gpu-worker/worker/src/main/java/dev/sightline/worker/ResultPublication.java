package dev.sightline.worker;

import dev.sightline.events.AnalysisFailed;
import dev.sightline.events.AnalysisRequested;
import dev.sightline.events.FeatureRecord;
import dev.sightline.events.ImageAnalyzed;
import dev.sightline.events.ImageRejected;
import dev.sightline.events.ImageRemoved;
import dev.sightline.events.IndexEvent;
import dev.sightline.queue.EventQueue;
import dev.sightline.storage.ImageStore;
import dev.sightline.visual.SightlineException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Last stage: tells the indexer what became of a request. A refused message is thrown with the queue's reason. */
final class ResultPublication {

    private final ImageStore images;
    private final EventQueue<IndexEvent> indexQueue;
    private final Clock clock;
    private final WorkerMetrics metrics;

    ResultPublication(ImageStore images, EventQueue<IndexEvent> indexQueue, Clock clock, WorkerMetrics metrics) {
        this.images = images;
        this.indexQueue = indexQueue;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** Tells that the features are stored, unless the object has been replaced or removed meanwhile: then false. */
    boolean publish(AnalysisRequested request, FeatureRecord features) {
        boolean current = etag(request).filter(request.etag()::equals).isPresent();
        if (current) {
            // Not when the features were made: an image that is known already comes to its result now.
            send(new ImageAnalyzed(
                    request.source(), features.signature(), features.analysis().modelSet(), clock.instant()));
        } else {
            leave(request);
        }
        return current;
    }

    /**
     * Leaves a request whose object is not there any more: a replaced one to the event of its successor. One that is gone is told, as
     * of the requested version: the deletion's own event may have been forgotten with its tombstone, and the source that a late request
     * made pending again would stay so. Any version put after this one is newer, and the deletion too.
     */
    void leave(AnalysisRequested request) {
        if (etag(request).isEmpty()) {
            send(new ImageRemoved(request.source(), clock.instant()));
        }
    }

    private Optional<String> etag(AnalysisRequested request) {
        return images.etag(request.source().key());
    }

    /** Tells that the object never will be indexed. */
    void reject(AnalysisRequested request, SightlineException reason) {
        send(new ImageRejected(request.source(), reason.code(), detail(reason), clock.instant()));
    }

    /** Tells that the worker gives up on the request. */
    void giveUp(AnalysisRequested request, SightlineException reason) {
        send(new AnalysisFailed(request.source(), reason.code(), detail(reason), clock.instant()));
    }

    private void send(IndexEvent event) {
        metrics.time(
                        WorkerMetrics.Stage.PUBLISH,
                        () -> indexQueue.send(
                                List.of(event), sent -> metrics.spans().place()))
                .values()
                .forEach(refusal -> {
                    throw refusal;
                });
    }

    private static String detail(SightlineException reason) {
        return String.valueOf(reason.getMessage());
    }
}
