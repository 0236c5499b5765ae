package dev.sightline.testkit;

import dev.sightline.storage.ThumbnailStore;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.SightlineException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Thumbnails in memory. Safe for all threads. */
public final class InMemoryThumbnailStore implements ThumbnailStore {

    private final Map<ImageSignature, byte[]> thumbnails = new ConcurrentHashMap<>();
    private volatile boolean available = true;

    /** From now on every call fails with {@code STORAGE_UNAVAILABLE}. */
    public void becomeUnavailable() {
        available = false;
    }

    /** From now on calls succeed again. */
    public void becomeAvailable() {
        available = true;
    }

    /** The images that have one. */
    public Set<ImageSignature> images() {
        return Set.copyOf(thumbnails.keySet());
    }

    @Override
    public void save(ImageSignature image, byte[] jpeg) {
        requireAvailable();
        thumbnails.put(image, jpeg.clone());
    }

    @Override
    public Optional<byte[]> find(ImageSignature image) {
        requireAvailable();
        return Optional.ofNullable(thumbnails.get(image)).map(byte[]::clone);
    }

    private void requireAvailable() {
        if (!available) {
            throw new SightlineException(ErrorCode.STORAGE_UNAVAILABLE, "thumbnails: told to be unavailable");
        }
    }
}
