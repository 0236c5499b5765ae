package dev.sightline.inference;

import dev.sightline.events.AnalyzedObject;
import dev.sightline.events.Frame;
import dev.sightline.events.ImageAnalysis;
import dev.sightline.imaging.NormalizedImage;
import dev.sightline.imaging.SalientColors;
import dev.sightline.visual.Binarizer;
import dev.sightline.visual.DetectedObject;
import dev.sightline.visual.ModelSet;
import dev.sightline.visual.NormalizedBox;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Detects, then embeds and labels the whole image and the crop of each object in one batch, and finds the salient colours of the whole.
 *
 * <p>Crops are cut at the box, without a margin: a client's crop of the same box then gives the same vector. Not thread-safe: one per
 * thread, like the models inside.
 */
public final class ImageAnalyzer implements AutoCloseable {

    private final ModelSet modelSet;
    private final ObjectDetector detector;
    private final ImageEmbedder embedder;
    private final Binarizer binarizer;

    public ImageAnalyzer(ModelSet modelSet, ObjectDetector detector, ImageEmbedder embedder, Binarizer binarizer) {
        this.modelSet = modelSet;
        this.detector = detector;
        this.embedder = embedder;
        this.binarizer = binarizer;
    }

    /**
     * What the models see in the whole image and in its objects; an object without any feature is left out.
     *
     * @throws dev.sightline.visual.SightlineException with {@code NO_FEATURES} if the embedder sees nothing in the whole image
     */
    public ImageAnalysis analyze(NormalizedImage image) {
        return analysis(image, image, detector.detect(image));
    }

    /** What the embedder sees inside the box, and the colours there; no objects. The frame is that of the image. Errors as of {@link #analyze}. */
    public ImageAnalysis analyzeCrop(NormalizedImage image, NormalizedBox box) {
        return analysis(image, image.crop(box), List.of());
    }

    private ImageAnalysis analysis(NormalizedImage image, NormalizedImage whole, List<DetectedObject> objects) {
        List<NormalizedImage> views = new ArrayList<>();
        views.add(whole);
        objects.forEach(object -> views.add(image.crop(object.box())));
        List<ImageFeatures> features = embedder.embed(views);
        ImageFeatures first = features.getFirst();
        return new ImageAnalysis(
                modelSet,
                new Frame(image.format().slug(), image.width(), image.height(), image.frame()),
                first.toEmbedding(binarizer),
                first.labels(),
                analyzed(objects, features.subList(1, features.size())),
                SalientColors.of(whole.pixels()));
    }

    private List<AnalyzedObject> analyzed(List<DetectedObject> objects, List<ImageFeatures> features) {
        return IntStream.range(0, objects.size())
                .filter(i -> !features.get(i).isBlank())
                .mapToObj(i -> analyzed(objects.get(i), features.get(i)))
                .toList();
    }

    private AnalyzedObject analyzed(DetectedObject object, ImageFeatures features) {
        return new AnalyzedObject(object, features.toEmbedding(binarizer), features.labels());
    }

    @Override
    public void close() {
        detector.close();
        embedder.close();
    }
}
