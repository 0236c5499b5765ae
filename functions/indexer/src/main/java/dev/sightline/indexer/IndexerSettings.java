package dev.sightline.indexer;

import dev.sightline.index.KnnMode;
import dev.sightline.index.OpenSearchAuth;
import dev.sightline.logs.LogFormat;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Settings of the indexer function; those without a default are required, and missing ones stop the start. */
@ConfigMapping(prefix = "sightline")
public interface IndexerSettings {

    /** The bucket of feature records. */
    String featuresBucket();

    /** The bucket of pins and boards. */
    String catalogueBucket();

    /** The queue that the function itself is fed by: a change of a board is sent on for each of its images. */
    URI indexQueueUrl();

    /** Base URL of OpenSearch, http or https. */
    URI opensearchUrl();

    /** How requests to OpenSearch are signed. */
    @WithDefault("iam")
    OpenSearchAuth opensearchAuth();

    /** How nearest neighbours are found in the indexes that are made. */
    @WithDefault("hnsw")
    KnnMode knnMode();

    /** Primary shards of each index of images or objects that is made. */
    @WithDefault("1")
    int indexShards();

    /** How many feature records, and the pins of how many images, are read at the same time. */
    @WithDefault("8")
    int parallelLoads();

    /**
     * How long the record of a removed key is kept, at least the 14 days that a queue may keep a message; ISO 8601. The default is
     * twice that, for a message that is redriven once, and two days.
     */
    @WithDefault("P30D")
    Duration tombstoneAge();

    /** Base URL of the collector of spans; without it none are made. */
    Optional<URI> tracesEndpoint();

    /** In which form lines of the log are written. */
    @WithDefault("text")
    LogFormat logFormat();
}
