package dev.sightline.blender.dots;

import dev.sightline.blender.dots.Dot.Undecided;
import dev.sightline.index.IndexGeneration;
import dev.sightline.index.StoredImage;
import java.util.List;

/**
 * The detected objects of an image, surest first, each with what the gate said of it, by one policy over one generation of the index.
 */
public record ImageDots(StoredImage image, IndexGeneration generation, String policyVersion, List<Dot> dots) {

    public ImageDots {
        dots = List.copyOf(dots);
    }

    /** Whether some object could not be decided in time. */
    public boolean partial() {
        return dots.stream().anyMatch(Undecided.class::isInstance);
    }
}
