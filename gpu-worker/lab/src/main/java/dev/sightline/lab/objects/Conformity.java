package dev.sightline.lab.objects;

import dev.sightline.policy.DotEvidenceKind;
import dev.sightline.visual.DotEvidence;
import dev.sightline.visual.DotSignals;
import java.util.List;

/** Whose category counts in the third signal. */
enum Conformity {
    /** The most frequent one among the results. */
    MOST_FREQUENT("the most frequent"),
    /** That of the box itself: the results must confirm the detector. */
    OF_THE_BOX("the box's");

    private final String words;

    Conformity(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** Whether the blender computes it so from this kind of evidence: a board is no category of a detector. */
    boolean isServed(DotEvidenceKind kind) {
        return this == (kind == DotEvidenceKind.OBJECTS ? OF_THE_BOX : MOST_FREQUENT);
    }

    /** The signals of a box of a category. */
    DotSignals signals(List<DotEvidence> results, int minCategorized, String category) {
        return switch (this) {
            case MOST_FREQUENT -> DotSignals.of(results, minCategorized);
            case OF_THE_BOX -> DotSignals.of(results, minCategorized, category);
        };
    }
}
