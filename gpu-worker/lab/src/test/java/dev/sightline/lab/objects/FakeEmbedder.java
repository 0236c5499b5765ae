package dev.sightline.lab.objects;

import dev.sightline.imaging.NormalizedImage;
import dev.sightline.inference.ImageEmbedder;
import dev.sightline.inference.ImageFeatures;
import dev.sightline.inference.LabelLimits;
import dev.sightline.visual.Binarizer;
import dev.sightline.visual.Label;
import dev.sightline.visual.ModelRef;
import java.util.ArrayList;
import java.util.List;

/** Sees the mean colour: red, green and blue around grey, each with either sign, and two dimensions of nothing; counts its runs. */
final class FakeEmbedder implements ImageEmbedder {

    private static final int DIMENSIONS = 8;
    private static final float GREY = 127.5f;

    private final List<Integer> batches = new ArrayList<>();

    ViewEncoder encoder() {
        return new ViewEncoder(
                ModelRef.builtIn("colour", "1", "colour"), Binarizer.zero(DIMENSIONS), LabelLimits.DEFAULT, () -> this);
    }

    /** The sizes of the batches, as they came. */
    List<Integer> batches() {
        return List.copyOf(batches);
    }

    @Override
    public List<ImageFeatures> embed(List<NormalizedImage> images) {
        batches.add(images.size());
        return images.stream().map(FakeEmbedder::features).toList();
    }

    private static ImageFeatures features(NormalizedImage image) {
        float[] raw = new float[DIMENSIONS];
        int[] pixels = image.pixels().packed();
        for (int pixel : pixels) {
            for (int channel = 0; channel < 3; channel++) {
                raw[channel] += ((pixel >> (16 - 8 * channel)) & 0xFF) - GREY;
            }
        }
        for (int channel = 0; channel < 3; channel++) {
            raw[channel] /= pixels.length;
            raw[channel + 3] = -raw[channel];
        }
        return new ImageFeatures(raw, List.of(new Label(raw[0] > raw[2] ? "reddish" : "bluish", 0.5)));
    }

    @Override
    public void close() {}
}
