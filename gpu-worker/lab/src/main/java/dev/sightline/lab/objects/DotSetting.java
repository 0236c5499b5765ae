package dev.sightline.lab.objects;

import dev.sightline.visual.DotEvidence;
import dev.sightline.visual.DotSignals;
import java.util.List;

/** How a box is searched for a gate: among what, for how many results, and whose category counts. */
record DotSetting(DotCollection collection, int neighbors, Conformity conformity) {

    /** With fewer results that have a category the conformity is unknown. */
    static final int MIN_CATEGORIZED = 5;

    /** Whether the blender can be told to do so. */
    boolean isServed() {
        return conformity.isServed(collection.kind());
    }

    /** What that search says of a box; {@code nearest} are at least {@code neighbors} results, if there are as many. */
    DotSignals signals(List<DotEvidence> nearest, String category) {
        return conformity.signals(nearest.subList(0, Math.min(neighbors, nearest.size())), MIN_CATEGORIZED, category);
    }
}
