package dev.sightline.index;

import dev.sightline.events.FeatureRecord;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.ModelSet;
import java.time.Instant;
import java.util.List;

/**
 * An image as it is to stand in the index: its features, the S3 keys of its live sources in natural order, and what is written at it.
 *
 * @throws IllegalArgumentException if there is no key: such an image is to be deleted
 */
public record IndexedImage(FeatureRecord features, List<String> keys, ImageTexts texts, Instant indexedAt) {

    /** An image that is on no board. */
    public IndexedImage(FeatureRecord features, List<String> keys, Instant indexedAt) {
        this(features, keys, ImageTexts.ofKeys(keys.stream().sorted().toList()), indexedAt);
    }

    public IndexedImage {
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("expected at least one key of " + features.signature());
        }
        keys = keys.stream().sorted().toList();
    }

    /** The model set of the features. */
    public ModelSet modelSet() {
        return features.analysis().modelSet();
    }

    /** The id of the image document. */
    public ImageSignature signature() {
        return features.signature();
    }
}
