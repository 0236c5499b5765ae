package dev.sightline.feedback;

import dev.sightline.index.OpenSearchAuth;
import dev.sightline.logs.LogFormat;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** Settings of the engagement functions; those without a default are required, and missing ones stop the start. */
@ConfigMapping(prefix = "sightline")
public interface FeedbackSettings {

    /** The bucket of the engagement log and of what is rolled up from it. */
    String engagementBucket();

    /** Base URL of OpenSearch, http or https. */
    URI opensearchUrl();

    /** How requests to OpenSearch are signed. */
    @WithDefault("iam")
    OpenSearchAuth opensearchAuth();

    /** In which form lines of the log are written. */
    @WithDefault("text")
    LogFormat logFormat();
}
