package dev.sightline.events;

import dev.sightline.visual.ErrorCode;
import java.time.Instant;

/**
 * The object is no image that Sightline can index, and never will be: {@code reason} is the code, {@code detail} says both sides for
 * people.
 */
public record ImageRejected(SourceVersion source, ErrorCode reason, String detail, Instant rejectedAt)
        implements IndexEvent {}
