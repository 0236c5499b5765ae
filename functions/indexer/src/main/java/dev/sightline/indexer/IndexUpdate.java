package dev.sightline.indexer;

import dev.sightline.events.EventJson;
import dev.sightline.events.IndexEvent;
import dev.sightline.events.IndexMessage;
import dev.sightline.events.PurgeDue;
import dev.sightline.index.SourceRegistry;
import dev.sightline.queue.PartialBatch;
import dev.sightline.reconcile.IndexReconciler;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.SightlineException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** All stages of the indexer over one batch of messages. Safe for all threads. */
final class IndexUpdate {

    private final SourceRegistry registry;
    private final SourceRecorder recorder;
    private final IndexReconciler reconciler;
    private final TombstonePurge purge;

    IndexUpdate(SourceRegistry registry, IndexReconciler reconciler, TombstonePurge purge) {
        this.registry = registry;
        this.purge = purge;
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
        Map<String, TouchedSource> sources = present(batch.each(bodies, this::receiveAndRecord));
        Set<ImageSignature> images = sources.values().stream()
                .flatMap(touched -> touched.images().stream())
                .collect(Collectors.toUnmodifiableSet());
        Map<ImageSignature, SightlineException> failures = reconciler.reconcile(images);
        batch.each(sources, touched -> settle(touched, failures));
        return batch.failedIds();
    }

    /** The source that a message speaks of, if it speaks of one. */
    private Optional<TouchedSource> receiveAndRecord(String body) {
        return switch (EventJson.read(body, IndexMessage.class)) {
            case IndexEvent event -> Optional.of(recorder.record(event));
            case PurgeDue _ -> {
                purge.purge();
                yield Optional.empty();
            }
        };
    }

    private static Map<String, TouchedSource> present(Map<String, Optional<TouchedSource>> all) {
        Map<String, TouchedSource> present = new LinkedHashMap<>();
        all.forEach((id, touched) -> touched.ifPresent(source -> present.put(id, source)));
        return present;
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
