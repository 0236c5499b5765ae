package dev.sightline.local.operate;

/** What a redrive does with the dead letters that it finds. */
public enum RedriveMode {
    /** Counts them only. */
    DRY_RUN,
    /** Moves those that a stage can read. */
    MOVE,
    /** Moves those that a stage can read, and deletes those that none can do anything with. */
    MOVE_AND_DISCARD_USELESS
}
