package dev.sightline.index;

import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.SightlineException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Port: writes the documents of images and of their objects. Safe to repeat.
 *
 * <p>Documents go to the indexes of the features' model set, which are made on first use. What is written is found within about a
 * second.
 *
 * <p>All methods throw {@link SightlineException} with {@code INDEX_UNAVAILABLE} if the index does not answer at all; what fails for
 * single images is given back.
 */
public interface ImageIndex {

    /**
     * Writes images with all their objects.
     *
     * @return the images that could not be written, each with its reason; items refused for now were retried before
     */
    Map<ImageSignature, SightlineException> write(List<IndexedImage> images);

    /**
     * Deletes images with all their objects, under every model set; unknown ones are no error.
     *
     * @return the images that could not be deleted, each with its reason
     */
    Map<ImageSignature, SightlineException> delete(Set<ImageSignature> signatures);
}
