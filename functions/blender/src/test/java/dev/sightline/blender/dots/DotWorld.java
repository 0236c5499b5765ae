package dev.sightline.blender.dots;

import dev.sightline.events.AnalyzedObject;
import dev.sightline.events.FeatureRecord;
import dev.sightline.events.Frame;
import dev.sightline.events.ImageAnalysis;
import dev.sightline.index.IndexedImage;
import dev.sightline.testkit.Fixtures;
import dev.sightline.testkit.InMemoryVisualIndex;
import dev.sightline.visual.Binarizer;
import dev.sightline.visual.DenseEmbedding;
import dev.sightline.visual.DetectedObject;
import dev.sightline.visual.Embedding;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.Label;
import dev.sightline.visual.NormalizedBox;
import dev.sightline.visual.ObjectId;
import java.util.List;

/**
 * An index whose distances are known by hand: the embedding at n differs from that at 0 in n of 64 bits, and its cosine to it is {@code 1 -
 * n / 32}.
 */
public final class DotWorld {

    public static final ImageSignature SCENE = Fixtures.aSignature(1);
    public static final ImageSignature COPY = Fixtures.aSignature(2);
    public static final ImageSignature KITCHEN = Fixtures.aSignature(3);
    public static final ImageSignature OFFICE = Fixtures.aSignature(4);
    public static final ImageSignature LOUNGE = Fixtures.aSignature(5);

    public static final ImageSignature EMPTY = Fixtures.aSignature(7);

    public static final ObjectId CHAIR = new ObjectId(SCENE, 0);
    public static final ObjectId CUP = new ObjectId(SCENE, 1);

    private static final Binarizer BINARIZER = Binarizer.zero(Fixtures.DIMENSIONS);
    private static final NormalizedBox HALF = new NormalizedBox(0.25, 0.25, 0.5, 0.5);

    private DotWorld() {}

    /**
     * A scene with a chair at 0 and a surer cup at 40, a near-duplicate of it at 2 bits, and three other images whose objects are at 4, 8 and
     * 16.
     */
    public static InMemoryVisualIndex index() {
        InMemoryVisualIndex index = new InMemoryVisualIndex();
        index.write(images());
        return index;
    }

    /** The documents of {@link #index}. */
    public static List<IndexedImage> images() {
        return List.of(
                image(SCENE, "scenes/one.png", 0, List.of(), object("chair", 0.6, 0), object("cup", 0.9, 40)),
                image(
                        COPY,
                        "scenes/one-copy.png",
                        2,
                        List.of(new Label("scene", 1)),
                        object("chair", 0.6, 0, new Label("scene", 1))),
                image(
                        KITCHEN,
                        "boards/Home/kitchen.png",
                        20,
                        List.of(new Label("stool", 0.5)),
                        object("chair", 0.7, 4, new Label("chair", 0.8))),
                image(
                        OFFICE,
                        "boards/Home/office.png",
                        24,
                        List.of(new Label("stool", 0.25), new Label("desk", 0.9)),
                        object("chair", 0.7, 8, new Label("chair", 0.4), new Label("sofa", 0.9))),
                image(LOUNGE, "2026/01/lounge.png", 32, List.of(), object("sofa", 0.7, 16)));
    }

    /** One image more, with a chair just where that of the scene is. */
    static IndexedImage closer() {
        return image(Fixtures.aSignature(6), "boards/Home/closer.png", 36, List.of(), object("chair", 0.7, 0));
    }

    /** An image in which nothing was detected. */
    public static IndexedImage withoutObjects() {
        return image(EMPTY, "boards/Home/empty.png", 44, List.of());
    }

    private static IndexedImage image(
            ImageSignature signature, String key, int at, List<Label> labels, AnalyzedObject... objects) {
        ImageAnalysis analysis = new ImageAnalysis(
                Fixtures.aModelSet(), new Frame("png", 100, 50), embedding(at), labels, List.of(objects), List.of());
        return new IndexedImage(new FeatureRecord(signature, analysis, Fixtures.NOW), List.of(key), Fixtures.NOW);
    }

    private static AnalyzedObject object(String category, double confidence, int at, Label... labels) {
        return new AnalyzedObject(new DetectedObject(category, confidence, HALF), embedding(at), List.of(labels));
    }

    private static Embedding embedding(int at) {
        float[] raw = new float[Fixtures.DIMENSIONS];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = i < at ? -1 : 1;
        }
        return new Embedding(DenseEmbedding.normalized(raw), BINARIZER.binarize(raw));
    }
}
