package dev.sightline.inference;

import dev.sightline.imaging.NormalizedImage;
import dev.sightline.imaging.RgbPixels;
import dev.sightline.inference.Detection.Edges;
import dev.sightline.visual.DetectedObject;
import java.util.List;

/** Detector over a bundle of task detection, through DJL. Not thread-safe. */
final class DjlObjectDetector implements ObjectDetector {

    private final DjlRun run;
    private final ModelBundle bundle;
    private final DetectionLimits limits;
    private final BoxDecoder decoder;
    private final ProposalSelection selection;
    private final NonMaximumSuppression suppression;

    DjlObjectDetector(DjlModel model, DetectionLimits limits) {
        this.limits = limits;
        bundle = model.bundle();
        decoder = BoxDecoder.of(bundle, limits.minConfidence());
        selection = new ProposalSelection(limits.minShareOfBest(), limits.maxProposals());
        suppression = NonMaximumSuppression.of(bundle.detectionOutputs(), limits);
        run = new DjlRun(model);
    }

    @Override
    public List<DetectedObject> detect(NormalizedImage image) {
        RgbPixels pixels = image.pixels();
        Placement place = Placement.of(bundle.input(), pixels.width(), pixels.height());
        List<Detection> proposals = selection.select(decoder.decode(run.outputs(List.of(image))));
        return suppression.suppress(proposals).stream()
                .map(detection -> inFractions(detection, place))
                .filter(detection -> Placement.isVisible(detection.edges(), limits.minSide()))
                .limit(limits.maxObjects())
                .map(this::named)
                .toList();
    }

    private static Detection inFractions(Detection detection, Placement place) {
        Edges fractions = place.toFractions(detection.edges());
        return new Detection(detection.category(), detection.confidence(), fractions);
    }

    private DetectedObject named(Detection detection) {
        return new DetectedObject(
                bundle.labels().get(detection.category()), detection.confidence(), Placement.toBox(detection.edges()));
    }

    @Override
    public void close() {
        run.close();
    }
}
