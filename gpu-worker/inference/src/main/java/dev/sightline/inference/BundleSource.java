package dev.sightline.inference;

import java.io.IOException;
import java.nio.file.Path;

/** Port: where bundles are kept, one folder per bundle. Safe for all threads. */
public interface BundleSource {

    /**
     * Writes a file of a bundle to {@code target}, which does not exist yet, and tells whether there is such a file.
     *
     * @throws IOException if the target cannot be written
     * @throws dev.sightline.visual.SightlineException with {@code STORAGE_UNAVAILABLE} if the source does not answer or breaks off
     */
    boolean copy(String bundle, String file, Path target) throws IOException;

    /** The place of a bundle, for messages. */
    String nameOf(String bundle);
}
