package dev.sightline.events;

import dev.sightline.visual.ImageSignature;

/**
 * How often one kind of thing happened to an image at a place. Ours.
 *
 * <p>{@code query}: the signature of the image whose Related Pins showed it; empty if it was no image, or is not indexed. {@code count} &gt; 0.
 */
public record RolledUpCount(
        String query, ImageSignature image, String platform, int rank, EngagementKind kind, long count) {}
