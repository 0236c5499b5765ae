package dev.sightline.ingest;

import dev.sightline.events.AnalysisRequested;
import dev.sightline.events.ImageRejected;
import dev.sightline.events.ImageRemoved;
import dev.sightline.ingest.BucketChange.ObjectCreated;
import dev.sightline.ingest.BucketChange.ObjectDeleted;
import dev.sightline.ingest.Verdict.Analyze;
import dev.sightline.ingest.Verdict.Drop;
import dev.sightline.ingest.Verdict.Report;
import dev.sightline.visual.ErrorCode;
import java.time.Clock;

/**
 * Stage check: refuses what can be refused unseen. What the content is, only the worker can tell; a name says nothing of it.
 */
final class UploadCheck {

    private final long maxImageBytes;
    private final Clock clock;

    UploadCheck(long maxImageBytes, Clock clock) {
        if (maxImageBytes < 1) {
            throw new IllegalArgumentException("expected max-image-bytes >= 1, got " + maxImageBytes);
        }
        this.maxImageBytes = maxImageBytes;
        this.clock = clock;
    }

    Verdict check(BucketChange change) {
        if (change.source().key().endsWith("/")) {
            return new Drop(change.source(), "folder-marker");
        }
        return switch (change) {
            case ObjectCreated created -> check(created);
            case ObjectDeleted deleted -> new Report(new ImageRemoved(deleted.source(), clock.instant()));
        };
    }

    private Verdict check(ObjectCreated created) {
        if (created.size() == 0) {
            return reject(created, ErrorCode.EMPTY_IMAGE, "expected at least 1 byte, got 0");
        }
        if (created.size() > maxImageBytes) {
            String detail = "expected at most %d bytes, got %d".formatted(maxImageBytes, created.size());
            return reject(created, ErrorCode.TOO_MANY_BYTES, detail);
        }
        return new Analyze(new AnalysisRequested(created.source(), created.etag(), created.size(), clock.instant()));
    }

    private Report reject(ObjectCreated created, ErrorCode reason, String detail) {
        return new Report(new ImageRejected(created.source(), reason, detail, clock.instant()));
    }
}
