package dev.sightline.worker;

import dev.sightline.events.IndexEvent;
import dev.sightline.imaging.ImageDecoder;
import dev.sightline.imaging.ImageLimits;
import dev.sightline.imaging.NormalizedImage;
import dev.sightline.inference.ImageAnalyzer;
import dev.sightline.inference.ImageEmbedder;
import dev.sightline.inference.ImageFeatures;
import dev.sightline.inference.ObjectDetector;
import dev.sightline.queue.EventQueue;
import dev.sightline.queue.Sent;
import dev.sightline.storage.FeatureStore;
import dev.sightline.storage.ImageStore;
import dev.sightline.testkit.Fixtures;
import dev.sightline.testkit.InMemoryThumbnailStore;
import dev.sightline.visual.Binarizer;
import dev.sightline.visual.DetectedObject;
import dev.sightline.visual.NormalizedBox;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;

/** The worker on given ports, put together as its wiring does, with models that see one object and the color of the first pixel. */
public final class WorkerUnderTest {

    /** After so many receives the queue gives a message up. */
    public static final int MAX_RECEIVES = 3;

    /** The color, {@code 0xRRGGBB}, of images on which the models throw. */
    public static final int POISON = 0xff00ff;

    private static final int MAX_BYTES = 1 << 20;
    private static final WorkerMetrics METRICS = new WorkerMetrics(new SimpleMeterRegistry(), WorkSpans.NONE);

    private final MessageHandler handler;

    public WorkerUnderTest(ImageStore images, FeatureStore features, EventQueue<IndexEvent> indexQueue, Clock clock) {
        AnalyzerPool pool = new AnalyzerPool(List.of(new ImageAnalyzer(
                Fixtures.aModelSet(), new Detector(), new Embedder(), Binarizer.zero(Fixtures.DIMENSIONS))));
        FeatureExtraction.Analysis analysis = new FeatureExtraction.Analysis(
                new ImageDecoder(ImageLimits.DEFAULT), List.of(new ModelAnalyzers(Fixtures.aModelSet(), pool)));
        AnalysisWork work = new AnalysisWork(
                new ImageDownload(images, MAX_BYTES, METRICS),
                new FeatureExtraction(
                        analysis,
                        new FeatureExtraction.Results(features, new InMemoryThumbnailStore()),
                        clock,
                        METRICS),
                new ResultPublication(images, indexQueue, clock, METRICS));
        handler = new MessageHandler(work, MAX_RECEIVES, reason -> {}, METRICS);
    }

    /** Handles one message; whether it is done and may be deleted. */
    public boolean handle(String id, String body, int receiveCount) {
        return handler.handle(new WorkMessage(id, id + "#" + receiveCount, body, receiveCount, Sent.UNKNOWN))
                .isDone();
    }

    private static final class Detector implements ObjectDetector {
        @Override
        public List<DetectedObject> detect(NormalizedImage image) {
            if (image.pixels().rgb(0, 0) == POISON) {
                throw new IllegalStateException("the model cannot bear this color");
            }
            return List.of(new DetectedObject("chair", 0.75, new NormalizedBox(0.25, 0.25, 0.5, 0.5)));
        }

        @Override
        public void close() {}
    }

    private static final class Embedder implements ImageEmbedder {
        @Override
        public List<ImageFeatures> embed(List<NormalizedImage> images) {
            return images.stream().map(Embedder::features).toList();
        }

        private static ImageFeatures features(NormalizedImage image) {
            float[] raw = new float[Fixtures.DIMENSIONS];
            Arrays.fill(raw, 1 + image.pixels().rgb(0, 0));
            return new ImageFeatures(raw, List.of());
        }

        @Override
        public void close() {}
    }
}
