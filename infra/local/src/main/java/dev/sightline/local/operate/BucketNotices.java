package dev.sightline.local.operate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.local.upload.Pacer;
import dev.sightline.queue.EventQueue;
import dev.sightline.visual.SightlineException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Sends notices to the upload queue, where they go the way of the bucket's own events. */
public final class BucketNotices {

    /** As many as one request to the queue takes. */
    static final int BATCH = 10;

    private static final int ATTEMPTS = 6;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);

    private final EventQueue<JsonNode> uploadQueue;
    private final String bucket;
    private final Pacer pacer;

    public BucketNotices(EventQueue<JsonNode> uploadQueue, String bucket, Pacer pacer) {
        this.uploadQueue = uploadQueue;
        this.bucket = bucket;
        this.pacer = pacer;
    }

    /**
     * Sends notices, those again that the queue refuses for now.
     *
     * @throws SightlineException if one is refused for good or again and again; others may have been sent
     */
    public void send(List<BucketNotice> notices) {
        List<JsonNode> unsent =
                notices.stream().map(notice -> notice.event(bucket)).toList();
        Duration pause = FIRST_PAUSE;
        for (int attempt = 1; !unsent.isEmpty(); attempt++) {
            List<JsonNode> tried = unsent;
            Map<Integer, SightlineException> refused = uploadQueue.send(tried);
            for (SightlineException reason : refused.values()) {
                if (attempt == ATTEMPTS || !reason.code().retryable()) {
                    throw reason;
                }
            }
            unsent = refused.keySet().stream().sorted().map(tried::get).toList();
            if (!unsent.isEmpty()) {
                pacer.pause(pause);
                pause = pause.multipliedBy(2);
            }
        }
    }
}
