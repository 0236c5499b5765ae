package dev.sightline.bench.analysis;

import dev.sightline.imaging.ImageDecoder;
import dev.sightline.imaging.ImageLimits;
import dev.sightline.imaging.NormalizedImage;
import dev.sightline.inference.AnalysisModels;
import dev.sightline.inference.ImageEmbedder;
import dev.sightline.inference.ObjectDetector;
import dev.sightline.storage.ThumbnailStore;
import dev.sightline.visual.DetectedObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Milliseconds an image of decoding, detecting, embedding and the thumbnail, by one thread, as means over all images. */
public record StageTimes(AnalysisModels models) {

    private static final ImageDecoder DECODER = new ImageDecoder(ImageLimits.DEFAULT);
    private static final double NANOS_PER_MILLI = 1e6;

    /** By stage, in order; one round to warm up and one that counts. */
    public Map<String, Double> measure(List<byte[]> files) {
        Map<String, Double> millis = new LinkedHashMap<>();
        try (ObjectDetector detector = models.newDetector();
                ImageEmbedder embedder = models.newEmbedder()) {
            files.forEach(file -> image(file, detector, embedder, millis));
            millis.clear();
            files.forEach(file -> image(file, detector, embedder, millis));
        }
        millis.replaceAll((stage, sum) -> sum / files.size());
        return millis;
    }

    private static void image(
            byte[] file, ObjectDetector detector, ImageEmbedder embedder, Map<String, Double> millis) {
        NormalizedImage image = timed("decode", millis, () -> DECODER.decode(file));
        List<DetectedObject> objects = timed("detect", millis, () -> detector.detect(image));
        timed("embed", millis, () -> {
            List<NormalizedImage> views = new ArrayList<>(List.of(image));
            objects.forEach(object -> views.add(image.crop(object.box())));
            return embedder.embed(views);
        });
        timed("thumbnail", millis, () -> image.pixels().encodeJpeg(ThumbnailStore.MAX_SIDE));
    }

    private static <T> T timed(String stage, Map<String, Double> millis, Supplier<T> work) {
        long start = System.nanoTime();
        T done = work.get();
        millis.merge(stage, (System.nanoTime() - start) / NANOS_PER_MILLI, Double::sum);
        return done;
    }
}
