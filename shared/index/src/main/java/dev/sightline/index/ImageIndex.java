package dev.sightline.index;

import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.SightlineException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Port: writes the documents of images and of their objects. Safe to repeat.
 *
 * <p>Documents go to every generation of the features' model set that exists at the time of the call. A model set without any gets its
 * first generation, and the first of all is served: but only for an image that is not given under a model set with generations too ({@link
 * IndexLayout#toWrite}). What is written is found within about a second.
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
     * Deletes images with all their objects, in every generation; unknown ones are no error.
     *
     * @return the images that could not be deleted, each with its reason
     */
    Map<ImageSignature, SightlineException> delete(Set<ImageSignature> signatures);

    /** The generations that exist now: each of them is written to. */
    Set<IndexGeneration> generations();
}
