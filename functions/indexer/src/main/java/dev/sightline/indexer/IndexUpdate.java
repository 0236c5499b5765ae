package dev.sightline.indexer;

import dev.sightline.events.EventJson;
import dev.sightline.events.IndexEvent;
import dev.sightline.index.SourceRegistry;
import dev.sightline.queue.PartialBatch;
import dev.sightline.reconcile.IndexReconciler;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.SightlineException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** All stages of the indexer over one batch of messages. Safe for all threads. */
final class IndexUpdate {

    private final SourceRegistry registry;
    private final SourceRecorder recorder;
    private final IndexReconciler reconciler;

    IndexUpdate(SourceRegistry registry, IndexReconciler reconciler) {
        this.registry = registry;
        this.recorder = new SourceRecorder(registry);
        this.reconciler = reconciler;
    }

    /**
     * Brings the index up to date with a batch.
     *
     * @param bodies by message id
     * @return the ids of the messages that are to be received again
     * @throws SightlineException if the sources cannot be read: the whole batch is to be received again
     */
    Set<String> update(Map<String, String> bodies) {
        PartialBatch batch = new PartialBatch();
        Map<String, TouchedSource> sources = batch.each(bodies, this::receiveAndRecord);
        Set<ImageSignature> images = sources.values().stream()
                .flatMap(touched -> touched.images().stream())
                .collect(Collectors.toUnmodifiableSet());
        Map<ImageSignature, SightlineException> failures = reconciler.reconcile(images);
        batch.each(sources, touched -> settle(touched, failures));
        return batch.failedIds();
    }

    private TouchedSource receiveAndRecord(String body) {
        return recorder.record(EventJson.read(body, IndexEvent.class));
    }

    private TouchedSource settle(TouchedSource touched, Map<ImageSignature, SightlineException> failures) {
        Optional<SightlineException> failure = touched.images().stream()
                .filter(failures::containsKey)
                .findFirst()
                .map(failures::get);
        failure.ifPresent(reason -> {
            throw reason;
        });
        if (!touched.releases().isEmpty()) {
            registry.settle(touched.id(), touched.releases());
        }
        return touched;
    }
}
