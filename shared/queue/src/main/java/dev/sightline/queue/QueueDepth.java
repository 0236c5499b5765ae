package dev.sightline.queue;

/** About how many messages a queue holds: waiting, received and not yet done, and given up. */
public record QueueDepth(String name, long waiting, long inFlight, long deadLetters) {}
