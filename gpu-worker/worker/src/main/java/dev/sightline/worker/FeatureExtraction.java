package dev.sightline.worker;

import dev.sightline.events.FeatureRecord;
import dev.sightline.events.ImageAnalysis;
import dev.sightline.imaging.ImageDecoder;
import dev.sightline.imaging.NormalizedImage;
import dev.sightline.storage.FeatureStore;
import dev.sightline.visual.ModelSetId;
import java.time.Clock;

/** Second stage: the features of the signature, computed once per model set. */
final class FeatureExtraction {

    /** How an image's bytes become an analysis. */
    record Analysis(ModelSetId modelSet, ImageDecoder decoder, AnalyzerPool analyzers) {}

    private final Analysis analysis;
    private final FeatureStore features;
    private final Clock clock;
    private final WorkerMetrics metrics;

    FeatureExtraction(Analysis analysis, FeatureStore features, Clock clock, WorkerMetrics metrics) {
        this.analysis = analysis;
        this.features = features;
        this.clock = clock;
        this.metrics = metrics;
    }

    /**
     * The features, which lie in the store afterwards.
     *
     * @throws dev.sightline.visual.SightlineException with the decoder's codes if the bytes are no image
     */
    Extraction extract(DownloadedImage image) {
        return features.find(analysis.modelSet(), image.signature())
                .map(known -> new Extraction(known, ImageOutcome.REUSED))
                .orElseGet(() -> new Extraction(computed(image), ImageOutcome.ANALYZED));
    }

    private FeatureRecord computed(DownloadedImage image) {
        byte[] bytes = image.file().bytes();
        NormalizedImage normalized = metrics.time(
                WorkerMetrics.Stage.DECODE, () -> analysis.decoder().decode(bytes));
        ImageAnalysis seen = analysis.analyzers().use(analyzer -> analyzer.analyze(normalized));
        FeatureRecord computed = new FeatureRecord(image.signature(), seen, clock.instant());
        return metrics.time(WorkerMetrics.Stage.STORE, () -> {
            features.save(computed);
            return computed;
        });
    }
}
