package dev.sightline.reconcile;

import dev.sightline.events.FeatureRecord;
import dev.sightline.storage.FeatureStore;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.ModelSetId;
import dev.sightline.visual.SightlineException;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Reads feature records side by side, a fixed number at a time. Safe for all threads. */
public final class FeatureLoader {

    private final FeatureStore store;
    private final int parallelLoads;

    public FeatureLoader(FeatureStore store, int parallelLoads) {
        if (parallelLoads < 1) {
            throw new IllegalArgumentException("expected parallel-loads >= 1, got " + parallelLoads);
        }
        this.store = store;
        this.parallelLoads = parallelLoads;
    }

    /**
     * Loads the record of each image under each model set that its sources were analyzed with or that has a generation. Of the latter a
     * record may be missing.
     */
    List<Loading> load(Collection<LiveImage> images) {
        try (ExecutorService threads =
                Executors.newFixedThreadPool(parallelLoads, Thread.ofVirtual().factory())) {
            List<CompletableFuture<Loading>> loadings = images.stream()
                    .flatMap(image -> image.wanted().map(modelSet -> begin(image, modelSet, threads)))
                    .toList();
            return loadings.stream().map(CompletableFuture::join).toList();
        }
    }

    private CompletableFuture<Loading> begin(LiveImage image, ModelSetId modelSet, ExecutorService threads) {
        return CompletableFuture.supplyAsync(() -> load(image, modelSet), threads);
    }

    private Loading load(LiveImage image, ModelSetId modelSet) {
        ImageSignature signature = image.signature();
        try {
            return store.find(modelSet, signature)
                    .<Loading>map(features -> new Loading.Found(image, features))
                    .orElseGet(() -> image.requires(modelSet)
                            ? new Loading.Failed(signature, missing(signature, modelSet))
                            : new Loading.None());
        } catch (SightlineException e) {
            return new Loading.Failed(signature, e);
        }
    }

    private static SightlineException missing(ImageSignature signature, ModelSetId modelSet) {
        return new SightlineException(
                ErrorCode.STORAGE_UNAVAILABLE,
                "expected the feature record %s, found none".formatted(FeatureRecord.key(modelSet, signature)));
    }

    /** The outcome for one image and model set. */
    sealed interface Loading {

        /** The record. */
        record Found(LiveImage image, FeatureRecord features) implements Loading {}

        /** There is none, and none is required. */
        record None() implements Loading {}

        /** Why there is none now. */
        record Failed(ImageSignature signature, SightlineException reason) implements Loading {}
    }
}
