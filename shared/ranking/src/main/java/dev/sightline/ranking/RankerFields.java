package dev.sightline.ranking;

/** Names in the document, shared by its reader and its writer. */
final class RankerFields {

    static final String VERSION = "version";
    static final String FEATURE_VERSION = "featureVersion";
    static final String KIND = "kind";
    static final String LINEAR = "linear";
    static final String TREES = "trees";
    static final String INTERCEPT = "intercept";
    static final String WEIGHTS = "weights";
    static final String MISSING = "missing";
    static final String BASE = "base";
    static final String FEATURE = "feature";
    static final String THRESHOLD = "threshold";
    static final String VALUE = "value";

    private RankerFields() {}
}
