package dev.sightline.storage;

import dev.sightline.visual.ImageSignature;
import java.util.Optional;

/**
 * Port: one small picture of each analyzed image, a JPEG file whose longest side is at most {@value #MAX_SIDE} pixels.
 *
 * <p>It lives as long as the image's feature records, and is written before them: whoever finds a record of an image finds its thumbnail,
 * unless the record is of a version that made none. All methods throw {@link dev.sightline.visual.SightlineException} with {@code
 * STORAGE_UNAVAILABLE} if S3 does not answer.
 */
public interface ThumbnailStore {

    /** The longest side in pixels; smaller pictures are not enlarged. */
    int MAX_SIDE = 320;

    /** Stores the thumbnail of an image; a former one is replaced. */
    void save(ImageSignature image, byte[] jpeg);

    /** The thumbnail of an image, or empty if none was stored. */
    Optional<byte[]> find(ImageSignature image);
}
