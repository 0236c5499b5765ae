package dev.sightline.worker;

import dev.sightline.events.ImageAnalysis;
import dev.sightline.imaging.ImageDecoder;
import dev.sightline.imaging.NormalizedImage;
import dev.sightline.visual.NormalizedBox;

/** Analyzes the pixels of a query, with models of its own: a query does not wait behind the queue. Safe for all threads. */
final class QueryAnalysis {

    private final ImageDecoder decoder;
    private final AnalyzerPool analyzers;

    QueryAnalysis(ImageDecoder decoder, AnalyzerPool analyzers) {
        this.decoder = decoder;
        this.analyzers = analyzers;
    }

    /** What the models see in the image; throws with the decoder's codes if the bytes are no image. */
    ImageAnalysis analyze(byte[] bytes) {
        NormalizedImage image = decoder.decode(bytes);
        return analyzers.use(analyzer -> analyzer.analyze(image));
    }

    /** What the embedder sees inside the box of the displayed frame; no objects. */
    ImageAnalysis analyzeCrop(byte[] bytes, NormalizedBox box) {
        NormalizedImage image = decoder.decode(bytes);
        return analyzers.use(analyzer -> analyzer.analyzeCrop(image, box));
    }
}
