package dev.sightline.visual;

/** The three signals of {@link DotSignals}: names the reason why a box gets no dot. */
public enum DotSignal {
    /** The nearest result is too far. */
    TOP_DISTANCE,
    /** The results agree on no annotation. */
    TOP_ANNOTATION,
    /** The results are of many categories. */
    CONFORMITY
}
