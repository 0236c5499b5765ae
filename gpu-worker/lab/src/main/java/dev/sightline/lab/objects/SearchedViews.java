package dev.sightline.lab.objects;

import java.util.List;

/** What of a picture is in the index. */
enum SearchedViews {
    /** The boxes that the detector found: Object Search. */
    DETECTED("detected objects"),
    /** The boxes that are really there: Object Search with a detector without mistakes. */
    TRUE_BOXES("true objects"),
    /** The picture as a whole. */
    WHOLE("whole pictures");

    private final String words;

    SearchedViews(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    List<BoxView> of(SearchablePicture picture) {
        return switch (this) {
            case DETECTED -> picture.detectedBoxes();
            case TRUE_BOXES -> picture.trueBoxes();
            case WHOLE -> List.of(picture.whole());
        };
    }
}
