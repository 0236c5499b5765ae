package dev.sightline.policy;

import dev.sightline.visual.DotGate;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The policy of a system to which none was given. */
public final class StandardPolicy {

    private static final Duration BUDGET = Duration.ofMillis(500);

    private StandardPolicy() {}

    /** The policy. */
    public static BlenderPolicy policy() {
        return new BlenderPolicy(
                "standard-1",
                new DotPolicy(DotEvidenceKind.OBJECTS, 25, 5, DotGate.OPEN),
                new AnnotationPolicy(0.8, 0.9, 0.6, 25, 0.1),
                new ObjectPolicy(0.4, 0.05, 5),
                0.05,
                Map.of(
                        MixName.RELATED, Map.of(CandidateSource.VISUAL_SEARCH, source(1, 0, 0)),
                        MixName.FLASHLIGHT,
                                Map.of(
                                        CandidateSource.OBJECT_SEARCH, source(3, 1, 0),
                                        CandidateSource.VISUAL_SEARCH, source(1, 1, 0)),
                        MixName.LENS,
                                Map.of(
                                        CandidateSource.VISUAL_SEARCH, source(4, 1, 0),
                                        CandidateSource.OBJECT_SEARCH, source(3, 1, 0.4),
                                        CandidateSource.IMAGE_SEARCH, source(2, 1, 0.5)),
                        MixName.LENS_OBJECT,
                                Map.of(
                                        CandidateSource.OBJECT_SEARCH, source(3, 1, 0),
                                        CandidateSource.VISUAL_SEARCH, source(1, 1, 0))),
                List.of(new CategoryRule(
                        "food",
                        List.of(
                                "banana",
                                "apple",
                                "sandwich",
                                "orange",
                                "broccoli",
                                "carrot",
                                "hot dog",
                                "pizza",
                                "donut",
                                "cake"),
                        List.of("pizza", "cheeseburger", "hotdog", "ice cream", "carbonara", "guacamole", "burrito"),
                        0.5,
                        Map.of(CandidateSource.IMAGE_SEARCH, 4.0),
                        List.of("recipe"))));
    }

    private static SourcePolicy source(double weight, int floor, double minConfidence) {
        return new SourcePolicy(weight, floor, minConfidence, BUDGET);
    }
}
