package dev.sightline.inference;

import dev.sightline.imaging.ImageFormat;
import dev.sightline.imaging.NormalizedImage;
import dev.sightline.imaging.RgbPixels;

/** The image with which a model is tried out when it is loaded. */
final class TrialImage {

    private static final int SIDE = 32;

    static final NormalizedImage BLACK =
            new NormalizedImage(ImageFormat.PNG, SIDE, SIDE, RgbPixels.of(SIDE, SIDE, new int[SIDE * SIDE]));

    private TrialImage() {}
}
