package dev.sightline.blender.feedback;

import org.jspecify.annotations.Nullable;

/** An event that was not accepted: its position in the report, from 0, its id unless that itself is wrong, and the reason in words. */
public record RejectedEvent(int index, @Nullable String eventId, String reason) {}
