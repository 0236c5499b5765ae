package dev.sightline.storage;

import dev.sightline.events.FeatureRecord;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.ModelSetId;
import java.util.Optional;

/**
 * Port: one feature record per model set and signature.
 *
 * <p>All methods throw {@link dev.sightline.visual.SightlineException} with {@code STORAGE_UNAVAILABLE} if S3 does not answer.
 */
public interface FeatureStore {

    /** Stores a record; a former one of the same model set and signature is replaced. */
    void save(FeatureRecord features);

    /** The record, or empty if the image was not analyzed under this model set. */
    Optional<FeatureRecord> find(ModelSetId modelSet, ImageSignature signature);
}
