package dev.sightline.events;

/** Where rankers lie in the bucket of features: the one place for infrastructure and code. */
public final class RankerKeys {

    /** What all rankers' keys begin with. */
    public static final String FOLDER = "rankers/";

    private RankerKeys() {}

    /** Where the document of a version lies, for ever. */
    public static String ranker(String version) {
        return "%s%s.json".formatted(FOLDER, version);
    }
}
