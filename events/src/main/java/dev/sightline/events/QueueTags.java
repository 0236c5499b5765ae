package dev.sightline.events;

/** Tags of queues by which operators and consumers understand each other: the one place for both. */
public final class QueueTags {

    /** With the value {@code true} on the analysis queue: the workers receive nothing. */
    public static final String PAUSED = "sightline:paused";

    private QueueTags() {}
}
