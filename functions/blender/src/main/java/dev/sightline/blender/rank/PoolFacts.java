package dev.sightline.blender.rank;

import dev.sightline.engagement.EngagementCounts;
import dev.sightline.engagement.EngagementRates;
import dev.sightline.index.CoSavedImage;
import dev.sightline.index.StoredObject;
import dev.sightline.visual.Embedding;
import dev.sightline.visual.ImageSignature;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was looked up of the images of a pool, by image. Null: the whole look-up was late or failed. {@code embeddings}: of those that
 * were not found by their looks, {@code pairs}: as results of the query image,
 * {@code popular}: as results of anything.
 */
record PoolFacts(
        @Nullable Map<ImageSignature, Embedding> embeddings,
        @Nullable Map<ImageSignature, List<StoredObject>> objects,
        @Nullable Map<ImageSignature, CoSavedImage> coSaves,
        @Nullable Map<ImageSignature, EngagementCounts> pairs,
        @Nullable Map<ImageSignature, EngagementCounts> popular,
        @Nullable EngagementRates rates) {

    /** The category of an image's surest object, empty if it has none or that is not known. */
    String category(ImageSignature image) {
        List<StoredObject> ofImage = objects == null ? List.of() : objects.getOrDefault(image, List.of());
        return ofImage.stream()
                .findFirst()
                .map(stored -> stored.object().category())
                .orElse("");
    }
}
