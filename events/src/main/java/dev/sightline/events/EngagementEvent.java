package dev.sightline.events;

import dev.sightline.visual.ImageSignature;
import java.time.Instant;

/**
 * One thing that one user did with one result: a line of the engagement log. Ours.
 *
 * <p>{@code eventId}: the client's name for it, 1 to 64 of {@code A-Za-z0-9._-}; what has the same id is the same event. {@code
 * requestId}: of the answer that showed the result. {@code query}: what that answer was to, an image signature or a {@code QueryId}. {@code
 * rank}: the place in the answer, from 1. {@code platform}: 1 to 20 of {@code a-z0-9-}. {@code user}: 64 hex digits, the salted hash of the
 * client's opaque user id, which is stored nowhere. {@code occurredAt} is the client's time and decides about the day of the log; {@code
 * receivedAt} is ours.
 */
public record EngagementEvent(
        String eventId,
        EngagementKind kind,
        String requestId,
        String query,
        ImageSignature image,
        int rank,
        String platform,
        String user,
        Instant occurredAt,
        Instant receivedAt) {}
