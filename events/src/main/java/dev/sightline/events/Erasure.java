package dev.sightline.events;

import java.time.Instant;

/** Nothing of a user that was received up to a time is stored or counted. S3 object {@code erasures/{user}/{upTo}.json}. Ours. */
public record Erasure(String user, Instant upTo) {}
