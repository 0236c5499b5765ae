package dev.sightline.storage;

import dev.sightline.events.FeatureRecord;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.ModelSet;
import dev.sightline.visual.ModelSetId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Port: one feature record per model set and signature, and which model sets there are.
 *
 * <p>All methods throw {@link dev.sightline.visual.SightlineException} with {@code STORAGE_UNAVAILABLE} if S3 does not answer.
 */
public interface FeatureStore {

    /** Stores a record; a former one of the same model set and signature is replaced. */
    void save(FeatureRecord features);

    /** The record, or empty if the image was not analyzed under this model set. */
    Optional<FeatureRecord> find(ModelSetId modelSet, ImageSignature signature);

    /**
     * The images that have a record under a model set: the next ones after {@code after} in their natural order, at most {@code limit}
     * of them, 1 to 1,000. Null comes before all others.
     */
    List<ImageSignature> signatures(ModelSetId modelSet, @Nullable ImageSignature after, int limit);

    /** Says that records of this model set are stored from now on. Safe to repeat. */
    void announce(ModelSet modelSet);

    /** The model sets that were announced. */
    Map<ModelSetId, ModelSet> modelSets();
}
