package dev.sightline.engagement;

import dev.sightline.visual.ImageSignature;

/** What became of an image as a result of Related Pins of another one. */
public record PairCounts(ImageSignature query, ImageSignature result, EngagementCounts counts) {}
