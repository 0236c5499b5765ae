package dev.sightline.policy;

import java.util.Locale;

/** Who finds candidates. The order is that in which sources are named, and in which equal quotas are served. */
public enum CandidateSource {
    /** Nearest neighbours of the whole image, or of the crop, among whole images. */
    VISUAL_SEARCH,
    /** Nearest neighbours of the query's objects among indexed objects; gives the whole images that hold them. */
    OBJECT_SEARCH,
    /** A text search that the query's annotations fire. */
    IMAGE_SEARCH,
    /** Images that people saved to the same boards as the query. */
    CO_SAVE,
    /** Images that people preferred among earlier results for the query. */
    REMEMBERED_WINNERS;

    /** The form for clients and documents: lower case with dashes. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
