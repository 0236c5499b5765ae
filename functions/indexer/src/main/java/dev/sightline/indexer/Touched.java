package dev.sightline.indexer;

import dev.sightline.visual.ImageSignature;
import java.util.Set;

/** The images whose documents are to be looked at because of a message. */
sealed interface Touched permits TouchedSource, TouchedImages {

    /** None if the message speaks of none. */
    Set<ImageSignature> images();
}
