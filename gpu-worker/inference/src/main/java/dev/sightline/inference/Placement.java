package dev.sightline.inference;

import dev.sightline.inference.Detection.Edges;
import dev.sightline.visual.NormalizedBox;

/**
 * Where an image lies in a model's input frame: {@code left}, {@code top}, {@code width}, {@code height} in pixels of that frame.
 */
record Placement(int left, int top, int width, int height) {

    /** The whole frame, or the largest part of it with the image's proportions, in the middle. */
    static Placement of(InputSpec spec, int imageWidth, int imageHeight) {
        return switch (spec.resize()) {
            case STRETCH -> new Placement(0, 0, spec.width(), spec.height());
            case LETTERBOX -> letterbox(spec, imageWidth, imageHeight);
        };
    }

    private static Placement letterbox(InputSpec spec, int imageWidth, int imageHeight) {
        double scale = Math.min((double) spec.width() / imageWidth, (double) spec.height() / imageHeight);
        int width = Math.clamp(Math.round(imageWidth * scale), 1, spec.width());
        int height = Math.clamp(Math.round(imageHeight * scale), 1, spec.height());
        return new Placement((spec.width() - width) / 2, (spec.height() - height) / 2, width, height);
    }

    /** Edges in pixels of the input frame as fractions of the image; they may lie outside 0..1. */
    Edges toFractions(Edges pixels) {
        return new Edges(
                (pixels.left() - left) / width,
                (pixels.top() - top) / height,
                (pixels.right() - left) / width,
                (pixels.bottom() - top) / height);
    }

    /** Whether edges in fractions, cut to the image, have sides of at least {@code minSide}, and some area. */
    static boolean isVisible(Edges fractions, double minSide) {
        double width = Math.clamp(fractions.right(), 0f, 1f) - Math.clamp(fractions.left(), 0f, 1f);
        double height = Math.clamp(fractions.bottom(), 0f, 1f) - Math.clamp(fractions.top(), 0f, 1f);
        return Math.min(width, height) >= minSide && width > 0 && height > 0;
    }

    /** Edges in fractions as a box, cut to the image. */
    static NormalizedBox toBox(Edges fractions) {
        return NormalizedBox.ofCorners(fractions.left(), fractions.top(), fractions.right(), fractions.bottom());
    }
}
