package dev.sightline.lab.objects;

import dev.sightline.visual.DotEvidence;
import dev.sightline.visual.DotSignals;
import java.util.List;
import java.util.Objects;

/** Whose category counts in the third signal. */
enum Conformity {
    /** The most frequent one among the results: what is served. */
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

    /** Whether the blender computes it so. */
    boolean isServed() {
        return this == MOST_FREQUENT;
    }

    /** The signals of a box of a category. */
    DotSignals signals(List<DotEvidence> results, int minCategorized, String category) {
        DotSignals served = DotSignals.of(results, minCategorized);
        if (this == MOST_FREQUENT || served.conformity() == null) {
            return served;
        }
        List<String> categories = results.stream()
                .map(DotEvidence::category)
                .filter(Objects::nonNull)
                .toList();
        long own = categories.stream().filter(category::equals).count();
        return new DotSignals(served.topDistance(), served.topAnnotation(), (double) own / categories.size());
    }
}
