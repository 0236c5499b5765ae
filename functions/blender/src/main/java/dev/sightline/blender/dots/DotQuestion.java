package dev.sightline.blender.dots;

import dev.sightline.index.IndexGeneration;
import dev.sightline.policy.BlenderPolicy;
import dev.sightline.policy.DotEvidenceKind;
import dev.sightline.visual.AccessScope;
import dev.sightline.visual.ObjectId;

/**
 * All that determines the signals of an object, but for images that come and go within a generation: the thresholds of the gate are not
 * among it. The generation names the model set.
 */
record DotQuestion(
        ObjectId object,
        IndexGeneration generation,
        AccessScope scope,
        DotEvidenceKind evidence,
        int neighbors,
        int minCategorized,
        double nearDuplicate) {

    static DotQuestion of(ObjectId object, IndexGeneration generation, AccessScope scope, BlenderPolicy policy) {
        return new DotQuestion(
                object,
                generation,
                scope,
                policy.dots().evidence(),
                policy.dots().neighbors(),
                policy.dots().minCategorized(),
                policy.nearDuplicate());
    }
}
