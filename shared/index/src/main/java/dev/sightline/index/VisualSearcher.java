package dev.sightline.index;

import dev.sightline.visual.Embedding;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.ModelSetId;
import dev.sightline.visual.ObjectId;
import java.util.List;
import java.util.Optional;

/**
 * Port: reads the index.
 *
 * <p>All methods throw {@link dev.sightline.visual.SightlineException} with {@code INDEX_UNAVAILABLE} if the index does not answer.
 */
public interface VisualSearcher {

    /** The model set that queries are answered from, or empty while nothing was ever indexed. */
    Optional<ModelSetId> modelSet();

    /**
     * The nearest images, nearest first by cosine, equal ones by signature; {@code min(limit, number of images)} of them.
     *
     * @throws dev.sightline.visual.SightlineException with {@code MODEL_SET_MISMATCH} if the index serves another model set
     */
    List<Neighbor> nearest(VisualSearch search);

    /** An indexed image. */
    Optional<StoredImage> image(ImageSignature signature);

    /** The embedding of an indexed image. */
    Optional<Embedding> imageEmbedding(ImageSignature signature);

    /** The objects of an image, surest first; empty for an unknown image too. */
    List<StoredObject> objects(ImageSignature signature);

    /** The embedding of an object. */
    Optional<Embedding> objectEmbedding(ObjectId id);

    /** How many images and objects are searchable now. */
    Sizes sizes();

    /** Numbers of documents. */
    record Sizes(long images, long objects) {}
}
