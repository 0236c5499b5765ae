package dev.sightline.blender.understand;

import dev.sightline.policy.BlenderPolicy;
import dev.sightline.policy.ObjectPolicy;
import dev.sightline.visual.DetectedObject;
import dev.sightline.visual.DominantObject;
import dev.sightline.visual.DominantObjectRule;
import dev.sightline.visual.Embedding;
import dev.sightline.visual.Label;
import dev.sightline.visual.ObjectId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells which objects of one image are dominant and relevant. {@code dominant}: at most one of them; null if there is none. */
record ObjectJudge(ObjectPolicy policy, @Nullable DetectedObject dominant) {

    /** {@code objects}: all of the image. */
    static ObjectJudge of(List<DetectedObject> objects, BlenderPolicy policy) {
        return new ObjectJudge(
                policy.objects(),
                DominantObjectRule.DEFAULT
                        .dominant(objects)
                        .map(DominantObject::object)
                        .orElse(null));
    }

    UnderstoodObject understood(ObjectId id, DetectedObject object, Embedding embedding, List<Label> labels) {
        double dominance = DominantObjectRule.score(object);
        boolean relevant = object.confidence() >= policy.minConfidence() && dominance >= policy.minDominance();
        return new UnderstoodObject(id, object, embedding, labels, dominance, object.equals(dominant), relevant);
    }
}
