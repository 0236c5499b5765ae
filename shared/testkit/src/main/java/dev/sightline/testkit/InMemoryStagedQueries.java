package dev.sightline.testkit;

import dev.sightline.events.EventJson;
import dev.sightline.events.FeatureRecord;
import dev.sightline.events.ImageAnalysis;
import dev.sightline.storage.ImageCrop;
import dev.sightline.storage.PhotoGrant;
import dev.sightline.storage.PresignedUpload;
import dev.sightline.storage.StagedQueries;
import dev.sightline.visual.AccessScope;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ModelSetId;
import dev.sightline.visual.QueryId;
import dev.sightline.visual.SightlineException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** What is kept of queries, in memory, records in their JSON form as in S3. Safe for all threads. */
public final class InMemoryStagedQueries implements StagedQueries {

    private record CropOf(ImageCrop crop, ModelSetId modelSet) {}

    private final Map<QueryId, byte[]> pixels = new ConcurrentHashMap<>();
    private final Map<QueryId, String> features = new ConcurrentHashMap<>();
    private final Map<CropOf, String> crops = new ConcurrentHashMap<>();
    private final Map<AccessScope, InMemoryStagedQueries> collections = new ConcurrentHashMap<>();
    private volatile boolean available = true;
    private volatile CountDownLatch gate = new CountDownLatch(0);

    /** From now on every call fails with {@code STORAGE_UNAVAILABLE}. */
    public void becomeUnavailable() {
        available = false;
    }

    /** From now on calls succeed again. */
    public void becomeAvailable() {
        available = true;
    }

    /** From now on whatever is saved waits until the gate is open. */
    public void saveAfter(CountDownLatch gate) {
        this.gate = gate;
    }

    /** Removes everything, as the bucket's lifecycle does in the end, and becomes available. */
    public void clear() {
        pixels.clear();
        features.clear();
        crops.clear();
        collections.clear();
        gate = new CountDownLatch(0);
        available = true;
    }

    @Override
    public StagedQueries within(AccessScope scope) {
        return scope.equals(AccessScope.ALL)
                ? this
                : collections.computeIfAbsent(scope, other -> new InMemoryStagedQueries());
    }

    /** As a bucket would grant it; who sends the bytes in a test calls {@link #savePixels}. */
    @Override
    public PresignedUpload presignPixels(QueryId id, PhotoGrant grant) {
        return new PresignedUpload(
                URI.create("https://queries.invalid/" + id),
                "PUT",
                Map.of("content-type", grant.contentType(), "if-none-match", "*"),
                id.issuedAt().plus(grant.validFor()));
    }

    @Override
    public void savePixels(QueryId id, byte[] pixels) {
        requireOpen();
        this.pixels.put(id, pixels.clone());
    }

    @Override
    public void saveFeatures(QueryId id, FeatureRecord features) {
        requireOpen();
        this.features.put(id, EventJson.write(features));
    }

    @Override
    public Optional<byte[]> pixels(QueryId id) {
        requireAvailable();
        return Optional.ofNullable(pixels.get(id)).map(byte[]::clone);
    }

    @Override
    public Optional<FeatureRecord> features(QueryId id) {
        requireAvailable();
        return Optional.ofNullable(features.get(id)).map(json -> EventJson.read(json, FeatureRecord.class));
    }

    @Override
    public void remember(ImageCrop crop, ImageAnalysis analysis) {
        requireOpen();
        crops.put(new CropOf(crop, analysis.modelSet().id()), EventJson.write(analysis));
    }

    @Override
    public Optional<ImageAnalysis> recall(ImageCrop crop, ModelSetId modelSet) {
        requireAvailable();
        return Optional.ofNullable(crops.get(new CropOf(crop, modelSet)))
                .map(json -> EventJson.read(json, ImageAnalysis.class));
    }

    private void requireOpen() {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        requireAvailable();
    }

    private void requireAvailable() {
        if (!available) {
            throw new SightlineException(ErrorCode.STORAGE_UNAVAILABLE, "staged queries: told to be unavailable");
        }
    }
}
