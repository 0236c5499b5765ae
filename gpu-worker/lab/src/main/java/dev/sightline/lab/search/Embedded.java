package dev.sightline.lab.search;

import dev.sightline.lab.corpus.LabelledImage;
import dev.sightline.lab.features.FeatureTable;
import dev.sightline.visual.Binarizer;
import dev.sightline.visual.DenseEmbedding;
import dev.sightline.visual.Embedding;
import dev.sightline.visual.ImageSignature;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** An image as the index gets it, and its label; {@code signature} stands for the image, or for one view of it. */
public record Embedded(ImageSignature signature, String label, Embedding embedding) {

    /**
     * Both embeddings of all rows, with signatures made of the images' names.
     *
     * @throws IllegalArgumentException if the features do not fit the binarizer, or those of an image are all zero
     */
    public static List<Embedded> of(FeatureTable table, Binarizer binarizer) {
        List<Embedded> embedded = new ArrayList<>(table.images().size());
        for (int i = 0; i < table.images().size(); i++) {
            LabelledImage image = table.images().get(i);
            float[] raw = table.rows()[i];
            embedded.add(new Embedded(
                    ImageSignature.of(image.name().getBytes(StandardCharsets.UTF_8)),
                    image.label(),
                    new Embedding(DenseEmbedding.normalized(raw), binarizer.binarize(raw))));
        }
        return embedded;
    }
}
