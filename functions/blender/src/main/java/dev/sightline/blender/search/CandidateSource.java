package dev.sightline.blender.search;

/** Who found a candidate. */
public enum CandidateSource {
    /** Nearest neighbours among whole images. */
    VISUAL_SEARCH("visual-search");

    private final String slug;

    CandidateSource(String slug) {
        this.slug = slug;
    }

    /** The form for clients. */
    public String slug() {
        return slug;
    }
}
