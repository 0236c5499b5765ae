package dev.sightline.lab.objects;

import dev.sightline.inference.EmbedderModel;
import dev.sightline.inference.ImageEmbedder;
import dev.sightline.inference.LabelLimits;
import dev.sightline.visual.Binarizer;
import dev.sightline.visual.ModelRef;
import java.util.function.Supplier;

/** An embedder and its binarizer: which they are, how labels are cut, and how to get an embedder for one thread. */
public record ViewEncoder(ModelRef embedder, Binarizer binarizer, LabelLimits labels, Supplier<ImageEmbedder> open) {

    /** A loaded model, which must stay open while it is used. */
    public static ViewEncoder of(EmbedderModel model, Binarizer binarizer, LabelLimits labels) {
        return new ViewEncoder(model.ref(), binarizer, labels, () -> model.newEmbedder(labels));
    }
}
