package dev.sightline.local.operate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.events.OutputNames;
import dev.sightline.index.OpenSearchImageIndex;
import dev.sightline.index.OpenSearchIndexInventory;
import dev.sightline.index.OpenSearchVisualSearcher;
import dev.sightline.local.site.Site;
import dev.sightline.local.upload.Pacer;
import dev.sightline.queue.SqsEventQueue;
import dev.sightline.reconcile.FeatureLoader;
import dev.sightline.reconcile.IndexReconciler;
import dev.sightline.storage.S3BucketListing;
import java.time.Clock;

/** Puts the operations that compare with the bucket together, on the ports of a deployment. */
public final class BucketOperations {

    private static final int PARALLEL_LOADS = 8;

    private BucketOperations() {}

    public static Backfill backfill(Site site, Pacer pacer) {
        return new Backfill(listing(site), site.registry(), notices(site, pacer), new SqsBacklog(site), pacer);
    }

    public static Reconciliation reconciliation(Site site, Pacer pacer) {
        OpenSearchImageIndex index = new OpenSearchImageIndex(site.search(), site.indexNames(), site.indexShape());
        IndexReconciler reconciler = new IndexReconciler(
                site.registry(),
                new FeatureLoader(site.features(), PARALLEL_LOADS),
                index,
                site.catalogue(PARALLEL_LOADS),
                Clock.systemUTC());
        return new Reconciliation(
                new Reconciliation.Compared(
                        listing(site),
                        site.registry(),
                        site.features(),
                        site.catalogue(PARALLEL_LOADS),
                        index,
                        new OpenSearchIndexInventory(site.search(), site.indexNames()),
                        new OpenSearchVisualSearcher(site.search(), site.indexNames())),
                new DifferenceRepair(new KeyRepair(listing(site), pacer), notices(site, pacer), reconciler),
                pacer);
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
