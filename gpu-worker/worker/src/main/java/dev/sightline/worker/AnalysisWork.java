package dev.sightline.worker;

import dev.sightline.events.AnalysisRequested;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.Set;

/** The stages of one request, joined. Doing a request twice is harmless. */
final class AnalysisWork {

    private static final Logger LOG = System.getLogger(AnalysisWork.class.getName());

    /** What the input is to blame for; no retry helps. */
    private static final Set<ErrorCode> REJECTIONS = Set.of(
            ErrorCode.EMPTY_IMAGE,
            ErrorCode.TOO_MANY_BYTES,
            ErrorCode.TOO_MANY_PIXELS,
            ErrorCode.TOO_MANY_FRAMES,
            ErrorCode.TOO_SLOW,
            ErrorCode.UNSUPPORTED_FORMAT,
            ErrorCode.BROKEN_IMAGE,
            ErrorCode.NO_FEATURES);

    private final ImageDownload download;
    private final FeatureExtraction extraction;
    private final ResultPublication publication;

    AnalysisWork(ImageDownload download, FeatureExtraction extraction, ResultPublication publication) {
        this.download = download;
        this.extraction = extraction;
        this.publication = publication;
    }

    /** Brings a request to its end; whatever is thrown is worth another try. */
    ImageOutcome perform(AnalysisRequested request) {
        try {
            Optional<DownloadedImage> image = download.download(request);
            return image.map(this::finish).orElseGet(() -> leave(request));
        } catch (SightlineException e) {
            if (!REJECTIONS.contains(e.code())) {
                throw e;
            }
            publication.reject(request, e);
            return ImageOutcome.REJECTED;
        }
    }

    /** Tells the indexer that there will be no other try. */
    void giveUp(AnalysisRequested request, SightlineException reason) {
        publication.giveUp(request, reason);
    }

    private ImageOutcome leave(AnalysisRequested request) {
        publication.leave(request);
        return ImageOutcome.OVERTAKEN;
    }

    private ImageOutcome finish(DownloadedImage image) {
        Extraction extracted = extraction.extract(image);
        boolean published = publication.publish(image.request(), extracted.features());
        if (!published) {
            return ImageOutcome.OVERTAKEN;
        }
        noteTrace(image);
        RuntimeException nextFailure = extracted.nextFailure();
        if (nextFailure != null) {
            endWithout(image, nextFailure);
        }
        return extracted.outcome();
    }

    /** Leads from the request by which a client uploaded an image to what became of it. */
    private static void noteTrace(DownloadedImage image) {
        image.file()
                .knownTrace()
                .ifPresent(trace -> LOG.log(
                        Level.INFO,
                        "analyzed %s as %s, trace %s"
                                .formatted(image.request().source().key(), image.signature(), trace.traceId())));
    }

    /**
     * The image is found under the current model set already. The message comes again for the next set's sake where that can help, and
     * goes to the dead-letter queue if it does not; whoever switches model sets is told which images lack a record.
     */
    private static void endWithout(DownloadedImage image, RuntimeException nextFailure) {
        if (!(nextFailure instanceof SightlineException known && REJECTIONS.contains(known.code()))) {
            throw nextFailure;
        }
        LOG.log(
                Level.WARNING,
                "%s has no features under the next model set: %s"
                        .formatted(image.request().source().key(), nextFailure.getMessage()));
    }
}
