package dev.sightline.index;

import dev.sightline.visual.AccessScope;
import dev.sightline.visual.Embedding;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.ModelSetId;
import dev.sightline.visual.ObjectId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Port: one generation of the index, read by {@link VisualSearcher}. Documents come and go while it is open; its model set does not
 * change. Meant for the time of one request: a generation is kept only for a while after another one was served.
 *
 * <p>All methods that give documents throw {@link dev.sightline.visual.SightlineException} with {@code INDEX_UNAVAILABLE} if the index
 * does not answer, or if the generation was dropped.
 */
public interface SearchView {

    /** The generation, or empty while none is served: then there are no documents. */
    Optional<IndexGeneration> generation();

    /** What of the index this view shows; as if nothing else were there. */
    AccessScope scope();

    /** The model set of all vectors in this view: what the pixels of a query have to be analyzed with. */
    default Optional<ModelSetId> modelSet() {
        return generation().map(IndexGeneration::modelSet);
    }

    /**
     * The nearest images, nearest first by cosine, equal ones by signature; {@code min(limit, number of images)} of them.
     *
     * @throws dev.sightline.visual.SightlineException with {@code MODEL_SET_MISMATCH} if the view is of another model set
     */
    List<Neighbor> nearest(VisualSearch search);

    /**
     * The nearest objects, nearest first by cosine, equal ones by id; {@code min(limit, number of objects)} of them. Objects of excluded
     * images are left out. Errors as of {@link #nearest}.
     */
    List<ObjectNeighbor> nearestObjects(VisualSearch search);

    /**
     * The images that match words, preferred ones first, then larger scores, equal ones by signature. No answer to a question in terms that
     * nobody wrote: an empty list.
     */
    List<TextMatch> matching(TextSearch search);

    /** Those of the images that are indexed, by signature. */
    Map<ImageSignature, StoredImage> images(Set<ImageSignature> signatures);

    /** An indexed image. */
    Optional<StoredImage> image(ImageSignature signature);

    /** The embedding of an indexed image. */
    Optional<Embedding> imageEmbedding(ImageSignature signature);

    /** The embeddings of those of the images that are indexed, by signature. */
    default Map<ImageSignature, Embedding> imageEmbeddings(Set<ImageSignature> signatures) {
        Map<ImageSignature, Embedding> found = new HashMap<>();
        signatures.forEach(
                signature -> imageEmbedding(signature).ifPresent(embedding -> found.put(signature, embedding)));
        return found;
    }

    /** The objects of an image, surest first; empty for an unknown image too. */
    List<StoredObject> objects(ImageSignature signature);

    /** The objects of those of the images that have any, by signature, each list surest first; of very many objects the surest. */
    default Map<ImageSignature, List<StoredObject>> objectsOf(Set<ImageSignature> signatures) {
        Map<ImageSignature, List<StoredObject>> found = new HashMap<>();
        for (ImageSignature signature : signatures) {
            List<StoredObject> objects = objects(signature);
            if (!objects.isEmpty()) {
                found.put(signature, objects);
            }
        }
        return found;
    }

    /** The embedding of an object. */
    Optional<Embedding> objectEmbedding(ObjectId id);

    /** The embeddings of those of the objects that are indexed, by id. */
    default Map<ObjectId, Embedding> objectEmbeddings(Set<ObjectId> ids) {
        Map<ObjectId, Embedding> found = new HashMap<>();
        ids.forEach(id -> objectEmbedding(id).ifPresent(embedding -> found.put(id, embedding)));
        return found;
    }

    /** How many images and objects are searchable now. */
    Sizes sizes();

    /** Numbers of documents. */
    record Sizes(long images, long objects) {}
}
