package dev.sightline.worker;

/** What the queue loop does now. */
enum LoopState {
    /** Not begun. */
    NEW,
    /** Takes messages as long as there is room. */
    RECEIVING,
    /** An operator has paused the queue. */
    PAUSED,
    /** A bucket or queue does not answer. */
    OUTAGE,
    /** Ends, or has ended. */
    STOPPED
}
