package dev.sightline.index;

import dev.sightline.visual.ImageSignature;

/** An image on boards of another one. {@code boards}: how many boards hold both, 1 or more; {@code score}: {@link CoSaveScore}. */
public record CoSavedImage(ImageSignature image, int boards, double score) {}
