package dev.sightline.worker;

import dev.sightline.events.AnalysisRequested;
import dev.sightline.storage.ImageStore;
import dev.sightline.storage.StoredFile;
import dev.sightline.visual.ImageSignature;
import java.util.Optional;

/** First stage: the bytes of the object. */
final class ImageDownload {

    private final ImageStore images;
    private final long maxBytes;
    private final WorkerMetrics metrics;

    ImageDownload(ImageStore images, long maxBytes, WorkerMetrics metrics) {
        this.images = images;
        this.maxBytes = maxBytes;
        this.metrics = metrics;
    }

    /** The object, or empty if it is gone or another one lies there now. */
    Optional<DownloadedImage> download(AnalysisRequested request) {
        return metrics.time(
                        WorkerMetrics.Stage.DOWNLOAD,
                        () -> images.read(request.source().key(), maxBytes))
                .filter(file -> file.etag().equals(request.etag()))
                .map(file -> signed(request, file));
    }

    private DownloadedImage signed(AnalysisRequested request, StoredFile file) {
        ImageSignature signature = ImageSignature.of(file.bytes());
        metrics.spans().about(signature);
        return new DownloadedImage(request, signature, file);
    }
}
