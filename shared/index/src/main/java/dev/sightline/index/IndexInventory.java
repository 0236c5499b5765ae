package dev.sightline.index;

import dev.sightline.visual.ImageSignature;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Port: which documents a generation of the index holds, for those who compare it with what it should hold.
 *
 * <p>A generation that does not exist holds nothing. Walks from the beginning, with a null {@code after}, see everything that was
 * acknowledged before their first call; limits are 1 to 1,000.
 *
 * <p>All methods throw {@link dev.sightline.visual.SightlineException} with {@code INDEX_UNAVAILABLE} if the index does not answer.
 */
public interface IndexInventory {

    /** The image documents with the next signatures after {@code after} in their natural order; null comes before all others. */
    List<InventoriedImage> images(IndexGeneration generation, @Nullable ImageSignature after, int limit);

    /** Those of the asked images that have a document; sees every write, at most 1,000 images at a time. */
    Set<ImageSignature> present(IndexGeneration generation, Set<ImageSignature> asked);

    /**
     * The images that own object documents, whether they have one of their own or not: the next ones after {@code after} in their
     * natural order; null comes before all others.
     */
    List<ImageSignature> objectOwners(IndexGeneration generation, @Nullable ImageSignature after, int limit);
}
