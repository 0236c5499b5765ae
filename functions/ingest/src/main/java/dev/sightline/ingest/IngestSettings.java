package dev.sightline.ingest;

import dev.sightline.index.OpenSearchAuth;
import dev.sightline.logs.LogFormat;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/** Settings of the ingest function; those without a default are required, and missing ones stop the start. */
@ConfigMapping(prefix = "sightline")
public interface IngestSettings {

    /** The queue of requests to the worker. */
    URI analysisQueueUrl();

    /** The queue of reports to the indexer. */
    URI indexQueueUrl();

    /** Base URL of OpenSearch, http or https. */
    URI opensearchUrl();

    /** How requests to OpenSearch are signed. */
    @WithDefault("iam")
    OpenSearchAuth opensearchAuth();

    /** Larger objects are refused, in bytes. */
    @WithDefault("67108864")
    long maxImageBytes();

    /** The bucket of images, of which only metadata is read: in which trace an object was uploaded. Without it each begins a trace. */
    Optional<String> imagesBucket();

    /** Base URL of the collector of spans; without it none are made. */
    Optional<URI> tracesEndpoint();

    /** In which form lines of the log are written. */
    @WithDefault("text")
    LogFormat logFormat();
}
