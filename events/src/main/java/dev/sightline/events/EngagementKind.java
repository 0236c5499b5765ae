package dev.sightline.events;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody did with a result. Paper: close-up, click-through, long click and save; impressions, hides and crops are ours. */
public enum EngagementKind {
    /** It was shown. */
    IMPRESSION,
    /** It was enlarged. */
    CLOSE_UP,
    /** Its link was followed. */
    CLICK,
    /** Its link was followed, and nobody came back soon. */
    LONG_CLICK,
    /** It was saved to a board. */
    SAVE,
    /** It is not to be shown again. */
    HIDE,
    /** A part of it was asked about. */
    CROP;

    /** The form for clients and documents: lower case with dashes. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind of a slug. */
    public static Optional<EngagementKind> ofSlug(String slug) {
        return Arrays.stream(values()).filter(kind -> kind.slug().equals(slug)).findFirst();
    }
}
