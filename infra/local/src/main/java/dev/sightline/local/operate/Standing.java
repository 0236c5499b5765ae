package dev.sightline.local.operate;

/** Whether a difference may still go away by itself. */
enum Standing {
    /** Old enough to stay. */
    SETTLED,
    /** Younger than the minimum age: the events of the bucket are on their way through the pipeline. */
    IN_FLIGHT,
    /** The same, of a version that an operation sent a notice of. */
    MENDING
}
