package dev.sightline.indexer;

import dev.sightline.events.CatalogueChanged;
import dev.sightline.events.CatalogueKeys;
import dev.sightline.events.EventJson;
import dev.sightline.events.IndexEvent;
import dev.sightline.events.IndexMessage;
import dev.sightline.events.PurgeDue;
import dev.sightline.index.SourceRegistry;
import dev.sightline.queue.PartialBatch;
import dev.sightline.queue.ReceivedMessage;
import dev.sightline.reconcile.IndexReconciler;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.SightlineException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** All stages of the indexer over one batch of messages. Safe for all threads. */
final class IndexUpdate {

    private final SourceRegistry registry;
    private final SourceRecorder recorder;
    private final IndexReconciler reconciler;
    private final BoardFanOut boards;
    private final TombstonePurge purge;
    private final Telling telling;

    IndexUpdate(
            SourceRegistry registry,
            IndexReconciler reconciler,
            BoardFanOut boards,
            TombstonePurge purge,
            Telling telling) {
        this.registry = registry;
        this.boards = boards;
        this.purge = purge;
        this.recorder = new SourceRecorder(registry);
        this.reconciler = reconciler;
        this.telling = telling;
    }

    /**
     * What tells of the work.
     *
     * @param spans gives those of a batch
     */
    record Telling(IndexMetrics metrics, Supplier<IndexSpans> spans) {}

    /**
     * Brings the index up to date with a batch.
     *
     * @param messages by message id
     * @return the ids of the messages that are to be received again
     * @throws SightlineException if the sources cannot be read: the whole batch is to be received again
     */
    Set<String> update(Map<String, ReceivedMessage> messages) {
        IndexSpans spans = telling.spans().get();
        spans.begin(messages);
        Set<String> failed = messages.keySet();
        try {
            failed = update(messages, spans);
            return failed;
        } finally {
            spans.end(failed);
        }
    }

    private Set<String> update(Map<String, ReceivedMessage> messages, IndexSpans spans) {
        PartialBatch batch = new PartialBatch();
        Map<String, Identified> inputs = new LinkedHashMap<>();
        messages.forEach((id, message) -> inputs.put(id, new Identified(id, message.body())));
        Map<String, Touched> all = batch.each(inputs, input -> receiveAndRecord(input, spans));
        Set<ImageSignature> images = all.values().stream()
                .flatMap(touched -> touched.images().stream())
                .collect(Collectors.toUnmodifiableSet());
        Map<ImageSignature, SightlineException> failures = spans.reconcile(() -> reconciler.reconcile(images));
        batch.each(all, touched -> settle(touched, failures));
        return batch.failedIds();
    }

    /** A message's body with the message's id. */
    private record Identified(String id, String body) {}

    private Touched receiveAndRecord(Identified input, IndexSpans spans) {
        IndexMessage message = EventJson.read(input.body(), IndexMessage.class);
        return spans.record(input.id(), message, () -> record(message));
    }

    private Touched record(IndexMessage message) {
        return switch (message) {
            case IndexEvent event -> recorder.record(event);
            case CatalogueChanged changed -> touchedBy(changed);
            case PurgeDue _ -> {
                purge.purge();
                yield TouchedImages.NONE;
            }
        };
    }

    /** A key of neither a pin nor a board touches nothing. */
    private TouchedImages touchedBy(CatalogueChanged changed) {
        CatalogueKeys.boardOf(changed.key()).ifPresent(boards::send);
        return CatalogueKeys.imageOf(changed.key())
                .map(image -> new TouchedImages(Set.of(image)))
                .orElse(TouchedImages.NONE);
    }

    private void settle(TouchedSource source) {
        if (!source.releases().isEmpty()) {
            registry.settle(source.id(), source.releases());
        }
        telling.metrics().settled(source);
    }

    private Touched settle(Touched touched, Map<ImageSignature, SightlineException> failures) {
        Optional<SightlineException> failure = touched.images().stream()
                .filter(failures::containsKey)
                .findFirst()
                .map(failures::get);
        failure.ifPresent(reason -> {
            throw reason;
        });
        if (touched instanceof TouchedSource source) {
            settle(source);
        }
        return touched;
    }
}
