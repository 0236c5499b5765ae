package dev.sightline.worker;

import dev.sightline.imaging.NormalizedImage;
import dev.sightline.inference.ImageAnalyzer;
import dev.sightline.inference.ImageEmbedder;
import dev.sightline.inference.ImageFeatures;
import dev.sightline.inference.ObjectDetector;
import dev.sightline.testkit.Fixtures;
import dev.sightline.visual.Binarizer;
import dev.sightline.visual.DetectedObject;
import dev.sightline.visual.Label;
import dev.sightline.visual.ModelSet;
import dev.sightline.visual.NormalizedBox;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Models, of {@link Fixtures#aModelSet()} unless told otherwise, that find one object and whose features depend on the first pixel; they count their runs and
 * do what they are told before each.
 */
final class FakeModels {

    private final ModelSet modelSet;
    private final AtomicInteger runs = new AtomicInteger();
    private volatile Consumer<NormalizedImage> beforeRun = image -> {};
    private volatile boolean blind;

    FakeModels() {
        this(Fixtures.aModelSet());
    }

    FakeModels(ModelSet modelSet) {
        this.modelSet = modelSet;
    }

    /** From now on each run begins with this. */
    void before(Runnable step) {
        beforeRun = image -> step.run();
    }

    /** From now on each run begins with this, given the image. */
    void beforeEach(Consumer<NormalizedImage> step) {
        beforeRun = step;
    }

    /** From now on all features are zero. */
    void seeNothing() {
        blind = true;
    }

    /** How often an image was analyzed. */
    int runs() {
        return runs.get();
    }

    ModelAnalyzers analyzers(int size) {
        return new ModelAnalyzers(
                modelSet,
                new AnalyzerPool(Stream.generate(this::analyzer).limit(size).toList()));
    }

    private ImageAnalyzer analyzer() {
        return new ImageAnalyzer(modelSet, new Detector(), new Embedder(), Binarizer.zero(Fixtures.DIMENSIONS));
    }

    private final class Detector implements ObjectDetector {
        @Override
        public List<DetectedObject> detect(NormalizedImage image) {
            runs.incrementAndGet();
            beforeRun.accept(image);
            return List.of(new DetectedObject("chair", 0.75, new NormalizedBox(0.25, 0.25, 0.5, 0.5)));
        }

        @Override
        public void close() {}
    }

    private final class Embedder implements ImageEmbedder {
        @Override
        public List<ImageFeatures> embed(List<NormalizedImage> images) {
            return images.stream().map(this::features).toList();
        }

        private ImageFeatures features(NormalizedImage image) {
            float[] raw = new float[Fixtures.DIMENSIONS];
            Arrays.fill(raw, blind ? 0 : 1 + image.pixels().rgb(0, 0));
            return new ImageFeatures(raw, List.of(new Label("chair", 0.5)));
        }

        @Override
        public void close() {}
    }
}
