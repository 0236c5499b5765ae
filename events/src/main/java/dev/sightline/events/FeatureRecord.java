package dev.sightline.events;

import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.ModelSetId;
import java.time.Instant;

/**
 * The stored features of one image under one model set: S3 object {@code features/{modelSet}/{signature}.json}.
 *
 * <p>Indexes are rebuilt from these records without a GPU. Paper: one output per feature and version in S3.
 */
public record FeatureRecord(ImageSignature signature, ImageAnalysis analysis, Instant analyzedAt) {

    /** What the S3 keys of all records begin with. */
    public static final String FOLDERS = "features/";

    /** The S3 key of this record. */
    public String key() {
        return key(analysis.modelSet().id(), signature);
    }

    /** The S3 key of the record for a model set and signature. */
    public static String key(ModelSetId modelSet, ImageSignature signature) {
        return "%s%s.json".formatted(folder(modelSet), signature);
    }

    /** What the S3 keys of all records of a model set begin with. */
    public static String folder(ModelSetId modelSet) {
        return "%s%s/".formatted(FOLDERS, modelSet);
    }
}
