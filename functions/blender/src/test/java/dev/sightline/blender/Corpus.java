package dev.sightline.blender;

import dev.sightline.events.AnalyzedObject;
import dev.sightline.events.FeatureRecord;
import dev.sightline.events.Frame;
import dev.sightline.events.ImageAnalysis;
import dev.sightline.index.IndexedImage;
import dev.sightline.testkit.Fixtures;
import dev.sightline.testkit.InMemoryVisualIndex;
import dev.sightline.visual.BinaryEmbedding;
import dev.sightline.visual.DenseEmbedding;
import dev.sightline.visual.DetectedObject;
import dev.sightline.visual.Embedding;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.Label;
import dev.sightline.visual.NormalizedBox;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;

/**
 * A small corpus whose similarities are known by hand: each embedding is a direction in a plane, so that the cosine of two images is
 * that of the angle between them. Its first bits are set, as many as the angle's share of 180 degrees, so that two images differ in about
 * that share of the bits: of the five images no two count as near-duplicates.
 */
public final class Corpus {

    /** Bytes of the image at 0 degrees; its signature is {@link #AT_0}. */
    public static final byte[] PIXELS_AT_0 = "pixels at 0 degrees".getBytes(StandardCharsets.UTF_8);

    public static final ImageSignature AT_0 = ImageSignature.of(PIXELS_AT_0);
    public static final ImageSignature AT_20 = Fixtures.aSignature(20);
    public static final ImageSignature AT_45 = Fixtures.aSignature(45);
    public static final ImageSignature AT_75 = Fixtures.aSignature(75);
    public static final ImageSignature AT_135 = Fixtures.aSignature(135);

    public static final DetectedObject CUP = new DetectedObject("cup", 0.9, new NormalizedBox(0.5, 0.25, 0.25, 0.5));
    public static final DetectedObject CHAIR = new DetectedObject("chair", 0.6, new NormalizedBox(0, 0, 0.5, 0.5));

    private Corpus() {}

    /** Writes the five images; that at 0 degrees holds a chair (75 degrees) and a surer cup (45 degrees). */
    public static InMemoryVisualIndex writeTo(InMemoryVisualIndex index) {
        index.write(List.of(
                image(AT_0, 0, new AnalyzedObject(CHAIR, embedding(75)), new AnalyzedObject(CUP, embedding(45))),
                image(AT_20, 20),
                image(AT_45, 45),
                image(AT_75, 75),
                image(AT_135, 135)));
        return index;
    }

    /** The key of the image at an angle. */
    public static String key(int degrees) {
        return "corpus/at-%d.png".formatted(degrees);
    }

    /** What the models see at an angle. */
    public static Embedding embedding(int degrees) {
        float[] raw = new float[Fixtures.DIMENSIONS];
        raw[0] = (float) Math.cos(Math.toRadians(degrees));
        raw[1] = (float) Math.sin(Math.toRadians(degrees));
        BitSet bits = new BitSet();
        bits.set(0, (int) Math.round(degrees / 180.0 * Fixtures.DIMENSIONS));
        return new Embedding(DenseEmbedding.normalized(raw), BinaryEmbedding.ofBits(bits, Fixtures.DIMENSIONS));
    }

    /** What the models see in pixels at an angle. */
    public static ImageAnalysis analysis(int degrees, AnalyzedObject... objects) {
        return new ImageAnalysis(
                Fixtures.aModelSet(),
                new Frame("png", 100, 50, 2),
                embedding(degrees),
                List.of(new Label("at " + degrees, 0.5)),
                List.of(objects),
                List.of());
    }

    private static IndexedImage image(ImageSignature signature, int degrees, AnalyzedObject... objects) {
        FeatureRecord features = new FeatureRecord(signature, analysis(degrees, objects), Fixtures.NOW);
        return new IndexedImage(features, List.of(key(degrees)), Fixtures.NOW);
    }
}
