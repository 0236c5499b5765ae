package dev.sightline.indexer;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** Settings of the indexer function; those without a default are required, and missing ones stop the start. */
@ConfigMapping(prefix = "sightline")
public interface IndexerSettings {

    /** The bucket of feature records. */
    String featuresBucket();

    /** Base URL of OpenSearch, http or https. */
    URI opensearchUrl();

    /** How requests to OpenSearch are signed. */
    @WithDefault("iam")
    String opensearchAuth();

    /** How nearest neighbours are found in the indexes that are made. */
    @WithDefault("hnsw")
    String knnMode();

    /** How many feature records are read at the same time. */
    @WithDefault("8")
    int parallelLoads();
}
