package dev.sightline.lab.training;

import dev.sightline.lab.corpus.LabelledImage;
import dev.sightline.lab.features.FeatureTable;
import dev.sightline.visual.ModelRef;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Features made by code: each label is a cloud of points, image names are {@code label/number}. */
final class Rows {

    static final ModelRef EMBEDDER = ModelRef.builtIn("clouds", "1", "points around one center per label");

    private final List<LabelledImage> images = new ArrayList<>();
    private final List<float[]> rows = new ArrayList<>();
    private final Random random;

    Rows(long seed) {
        random = new Random(seed);
    }

    /** One image with these features. */
    Rows add(String label, float... features) {
        String name = label + "/" + images.size();
        images.add(new LabelledImage(Path.of(name), label, name));
        rows.add(features);
        return this;
    }

    /** Images whose features lie around a center, with that deviation in each dimension. */
    Rows addCloud(String label, int count, double deviation, float... center) {
        for (int i = 0; i < count; i++) {
            float[] features = new float[center.length];
            for (int d = 0; d < center.length; d++) {
                features[d] = (float) (center[d] + deviation * random.nextGaussian());
            }
            add(label, features);
        }
        return this;
    }

    FeatureTable table() {
        return new FeatureTable(EMBEDDER, "pooled", images, rows.toArray(float[][]::new));
    }
}
