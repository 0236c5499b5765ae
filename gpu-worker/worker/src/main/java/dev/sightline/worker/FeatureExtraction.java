package dev.sightline.worker;

import dev.sightline.events.FeatureRecord;
import dev.sightline.events.ImageAnalysis;
import dev.sightline.imaging.ImageDecoder;
import dev.sightline.imaging.NormalizedImage;
import dev.sightline.storage.FeatureStore;
import dev.sightline.storage.ThumbnailStore;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Second stage: the features of the signature, computed once per model set.
 *
 * <p>While the system is switched to a next model set, every image gets features under both, from one decoding. A failure under the
 * next set does not hold back the current one, which search is answered from.
 */
final class FeatureExtraction {

    /**
     * How an image's bytes become analyses.
     *
     * @param sets the current model set, then the next, if there is one
     */
    record Analysis(ImageDecoder decoder, List<ModelAnalyzers> sets) {

        Analysis {
            sets = List.copyOf(sets);
        }

        ModelAnalyzers current() {
            return sets.getFirst();
        }

        Optional<ModelAnalyzers> next() {
            return sets.stream().skip(1).findFirst();
        }
    }

    /** Where the results go: thumbnails first, so that no record lacks its thumbnail. */
    record Results(FeatureStore features, ThumbnailStore thumbnails) {}

    private final Analysis analysis;
    private final Results results;
    private final Clock clock;
    private final WorkerMetrics metrics;

    FeatureExtraction(Analysis analysis, Results results, Clock clock, WorkerMetrics metrics) {
        this.analysis = analysis;
        this.results = results;
        this.clock = clock;
        this.metrics = metrics;
    }

    /**
     * The features, which lie in the store afterwards.
     *
     * @throws dev.sightline.visual.SightlineException with the decoder's codes if the bytes are no image
     */
    Extraction extract(DownloadedImage image) {
        Pixels pixels = new Pixels(image);
        Extraction current = extract(image, analysis.current(), pixels);
        return analysis.next().map(next -> with(current, next, image, pixels)).orElse(current);
    }

    private Extraction with(Extraction current, ModelAnalyzers next, DownloadedImage image, Pixels pixels) {
        try {
            ImageOutcome outcome = extract(image, next, pixels).outcome();
            return outcome == ImageOutcome.REUSED ? current : new Extraction(current.features(), outcome, null);
        } catch (RuntimeException e) {
            return new Extraction(current.features(), current.outcome(), e);
        }
    }

    private Extraction extract(DownloadedImage image, ModelAnalyzers set, Pixels pixels) {
        return results.features()
                .find(set.modelSet().id(), image.signature())
                .map(known -> new Extraction(known, ImageOutcome.REUSED, null))
                .orElseGet(() -> new Extraction(computed(image, set, pixels), ImageOutcome.ANALYZED, null));
    }

    private FeatureRecord computed(DownloadedImage image, ModelAnalyzers set, Pixels pixels) {
        NormalizedImage normalized = pixels.decoded();
        ImageAnalysis seen = set.pool().use(analyzer -> analyzer.analyze(normalized));
        FeatureRecord computed = new FeatureRecord(image.signature(), seen, clock.instant());
        byte[] thumbnail = metrics.time(
                WorkerMetrics.Stage.THUMBNAIL, () -> normalized.pixels().encodeJpeg(ThumbnailStore.MAX_SIDE));
        return metrics.time(WorkerMetrics.Stage.STORE, () -> {
            results.thumbnails().save(image.signature(), thumbnail);
            results.features().save(computed);
            return computed;
        });
    }

    /** The pixels of one image, decoded when they are needed first. For one thread. */
    private final class Pixels {

        private final DownloadedImage image;
        private @Nullable NormalizedImage decoded;

        Pixels(DownloadedImage image) {
            this.image = image;
        }

        NormalizedImage decoded() {
            NormalizedImage known = decoded;
            if (known == null) {
                byte[] bytes = image.file().bytes();
                known = metrics.time(
                        WorkerMetrics.Stage.DECODE, () -> analysis.decoder().decode(bytes));
                decoded = known;
            }
            return known;
        }
    }
}
