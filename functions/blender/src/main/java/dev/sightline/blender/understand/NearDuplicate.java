package dev.sightline.blender.understand;

import dev.sightline.index.StoredImage;

/** A known image that counts as the same as the query; {@code hammingFraction} 0..1. */
public record NearDuplicate(StoredImage image, double hammingFraction) {}
