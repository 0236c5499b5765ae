package dev.sightline.testkit;

import dev.sightline.events.AnalyzedObject;
import dev.sightline.events.BoardRecord;
import dev.sightline.events.PinRecord;
import dev.sightline.visual.Binarizer;
import dev.sightline.visual.BoardId;
import dev.sightline.visual.DenseEmbedding;
import dev.sightline.visual.DetectedObject;
import dev.sightline.visual.Embedding;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.ModelRef;
import dev.sightline.visual.ModelSet;
import dev.sightline.visual.NormalizedBox;
import dev.sightline.visual.PinId;
import dev.sightline.visual.TraceParent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;

/**
 * Valid values for tests, the same in every run. Embeddings have {@value #DIMENSIONS} dimensions and as many bits, as {@link
 * #aModelSet()} says.
 */
public final class Fixtures {

    /** Dimensions and bits of every embedding made here. */
    public static final int DIMENSIONS = 64;

    /** A moment, for whatever needs one. */
    public static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    /** A place in a trace, of which tests can tell that it was handed on. */
    public static final TraceParent TRACE =
            new TraceParent("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331", "01");

    /** The bucket of every source. */
    public static final String BUCKET = "images";

    private static final int HASH_DIGITS = 32;

    private static final Binarizer BINARIZER = Binarizer.zero(DIMENSIONS);

    private Fixtures() {}

    /** The embedding that belongs to a seed: other seeds give others, about orthogonal. */
    public static Embedding anEmbedding(long seed) {
        Random random = new Random(seed);
        float[] raw = new float[DIMENSIONS];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = (float) random.nextGaussian();
        }
        return new Embedding(DenseEmbedding.normalized(raw), BINARIZER.binarize(raw));
    }

    /** The signature that belongs to a seed. */
    public static ImageSignature aSignature(long seed) {
        return ImageSignature.of(("image " + seed).getBytes(StandardCharsets.UTF_8));
    }

    /** The board that belongs to a seed. */
    public static BoardRecord aBoard(long seed) {
        return new BoardRecord(
                new BoardId("brd-" + hash("board " + seed)), "Board " + seed, "All about " + seed, NOW, NOW);
    }

    /** The pin that belongs to a seed, of the image with a seed, on {@link #aBoard aBoard(1)}. */
    public static PinRecord aPin(long imageSeed, long seed) {
        return new PinRecord(
                new PinId(aSignature(imageSeed), hash("pin " + seed)),
                aBoard(1).id(),
                "Pin " + seed,
                "",
                "https://shop.example/" + seed,
                NOW,
                NOW);
    }

    private static String hash(String text) {
        return ImageSignature.of(text.getBytes(StandardCharsets.UTF_8)).hex().substring(0, HASH_DIGITS);
    }

    /** A model set of {@value #DIMENSIONS} dimensions and bits. */
    public static ModelSet aModelSet() {
        return aModelSet("1");
    }

    /** A model set whose embedder has the given version. */
    public static ModelSet aModelSet(String embedderVersion) {
        return new ModelSet(
                ModelRef.builtIn("test-detector", "1", "detector"),
                ModelRef.builtIn("test-embedder", embedderVersion, "embedder"),
                BINARIZER.ref(),
                ModelRef.builtIn("test-labels", "1", "labels"),
                DIMENSIONS,
                DIMENSIONS);
    }

    /** An object in the middle of the frame, with the embedding of the seed. */
    public static AnalyzedObject anObject(String category, long seed) {
        NormalizedBox middle = new NormalizedBox(0.25, 0.25, 0.5, 0.5);
        return new AnalyzedObject(new DetectedObject(category, 0.75, middle), anEmbedding(seed));
    }

    /** A version of a key. */
    public static SourceVersionBuilder aSourceVersion() {
        return new SourceVersionBuilder();
    }

    /** What ingest sends to the worker. */
    public static AnalysisRequestedBuilder anAnalysisRequested() {
        return new AnalysisRequestedBuilder();
    }

    /** What a model set saw in an image. */
    public static ImageAnalysisBuilder anImageAnalysis() {
        return new ImageAnalysisBuilder();
    }

    /** What the worker stores. */
    public static FeatureRecordBuilder aFeatureRecord() {
        return new FeatureRecordBuilder();
    }

    /** What the indexer acts on. */
    public static IndexEventBuilder anIndexEvent() {
        return new IndexEventBuilder();
    }
}
