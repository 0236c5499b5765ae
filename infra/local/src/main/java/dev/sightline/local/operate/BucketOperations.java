package dev.sightline.local.operate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.events.OutputNames;
import dev.sightline.local.site.Site;
import dev.sightline.local.upload.Pacer;
import dev.sightline.queue.SqsEventQueue;
import dev.sightline.storage.S3BucketListing;

/** Puts the operations that compare with the bucket together, on the ports of a deployment. */
public final class BucketOperations {

    private BucketOperations() {}

    public static Backfill backfill(Site site, Pacer pacer) {
        return new Backfill(listing(site), site.registry(), notices(site, pacer), new SqsBacklog(site), pacer);
    }

    private static S3BucketListing listing(Site site) {
        return new S3BucketListing(site.s3(), site.imagesBucket());
    }

    private static BucketNotices notices(Site site, Pacer pacer) {
        SqsEventQueue<JsonNode> uploadQueue =
                new SqsEventQueue<>(site.sqs(), site.output(OutputNames.UPLOAD_QUEUE_URL));
        return new BucketNotices(uploadQueue, site.imagesBucket(), pacer);
    }
}
