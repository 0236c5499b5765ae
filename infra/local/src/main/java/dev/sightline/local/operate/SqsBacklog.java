package dev.sightline.local.operate;

import dev.sightline.local.site.Site;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkException;

/** The backlog as SQS tells it. */
final class SqsBacklog implements Backlog {

    private final Site site;

    SqsBacklog(Site site) {
        this.site = site;
    }

    @Override
    public long messages() {
        try {
            return Stream.of(QueuedStage.INGEST, QueuedStage.ANALYSIS)
                    .mapToLong(stage -> stage.queueOf(site).depth().total())
                    .sum();
        } catch (SdkException e) {
            throw new SightlineException(
                    ErrorCode.STORAGE_UNAVAILABLE, "cannot read the depth of the queues: " + e.getMessage(), e);
        }
    }
}
