package dev.sightline.index;

import dev.sightline.visual.ImageSignature;

/**
 * An image on boards of another one. {@code boards}: how many boards hold both; {@code score}: how much that is more than its popularity
 * explains, larger is better, the best of an answer has 1.
 */
public record CoSavedImage(ImageSignature image, int boards, double score) {}
