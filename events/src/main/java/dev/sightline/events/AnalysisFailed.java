package dev.sightline.events;

import dev.sightline.visual.ErrorCode;
import java.time.Instant;

/**
 * The worker gave up on the image after its last receive; the request lies in the dead-letter queue and a redrive may still succeed.
 */
public record AnalysisFailed(SourceVersion source, ErrorCode reason, String detail, Instant failedAt)
        implements IndexEvent {}
