package dev.sightline.worker;

import dev.sightline.events.AnalysisFailed;
import dev.sightline.events.AnalysisRequested;
import dev.sightline.events.FeatureRecord;
import dev.sightline.events.ImageAnalyzed;
import dev.sightline.events.ImageRejected;
import dev.sightline.events.IndexEvent;
import dev.sightline.queue.EventQueue;
import dev.sightline.storage.ImageStore;
import dev.sightline.visual.SightlineException;
import java.time.Clock;
import java.util.List;

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
        String key = request.source().key();
        boolean current = images.etag(key).filter(request.etag()::equals).isPresent();
        if (current) {
            send(new ImageAnalyzed(
                    request.source(), features.signature(), features.analysis().modelSet(), features.analyzedAt()));
        }
        return current;
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
        metrics.time(WorkerMetrics.Stage.PUBLISH, () -> indexQueue.send(List.of(event)))
                .values()
                .forEach(refusal -> {
                    throw refusal;
                });
    }

    private static String detail(SightlineException reason) {
        return String.valueOf(reason.getMessage());
    }
}
