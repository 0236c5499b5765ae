package dev.sightline.events;

import dev.sightline.visual.ModelSet;
import dev.sightline.visual.ModelSetId;

/**
 * A model set under which workers store feature records: S3 object {@code features/{modelSet}/model-set.json}. Ours.
 *
 * <p>An id alone does not tell the sizes of vectors, which whoever makes an index needs.
 */
public record AnnouncedModelSet(ModelSet modelSet) {

    /** The S3 key of this announcement. */
    public String key() {
        return key(modelSet.id());
    }

    /** The S3 key of the announcement of a model set. */
    public static String key(ModelSetId modelSet) {
        return FeatureRecord.folder(modelSet) + "model-set.json";
    }
}
