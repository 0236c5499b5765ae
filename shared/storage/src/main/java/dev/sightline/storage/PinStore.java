package dev.sightline.storage;

import dev.sightline.events.PinRecord;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.PinId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Port: pins, of which S3 is the truth. Reads see every write that ended before.
 *
 * <p>All methods throw {@link dev.sightline.visual.SightlineException} with {@code STORAGE_UNAVAILABLE} if S3 does not answer.
 */
public interface PinStore {

    /**
     * Stores a new pin.
     *
     * @return false if one with this id exists, and nothing was changed
     */
    boolean create(PinRecord pin);

    /** A pin with its ETag. */
    Optional<Versioned<PinRecord>> find(PinId id);

    /**
     * Replaces a pin, provided that it still has this ETag.
     *
     * @return false if it changed meanwhile or is gone, and nothing was changed
     */
    boolean replace(PinRecord pin, String expectedEtag);

    /** Deletes a pin; an unknown one is no error. */
    void delete(PinId id);

    /**
     * A page of the images that have pins, by signature.
     *
     * @param after the last image of the page before; null: the first page
     */
    List<ImageSignature> images(@Nullable ImageSignature after, int limit);

    /** All pins of an image, oldest first, equal ones by id. */
    List<PinRecord> ofImage(ImageSignature image);
}
