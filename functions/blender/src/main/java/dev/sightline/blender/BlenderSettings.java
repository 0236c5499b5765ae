package dev.sightline.blender;

import dev.sightline.index.OpenSearchAuth;
import dev.sightline.logs.LogFormat;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Settings of the blender function; those without a default are required, and missing ones stop the start. */
@ConfigMapping(prefix = "sightline")
public interface BlenderSettings {

    /** The bucket of uploaded images. */
    String imagesBucket();

    /** The bucket of feature records, in which the policy lies too. */
    String featuresBucket();

    /** The bucket of pins and boards. */
    String catalogueBucket();

    /** The bucket of the engagement log, of which the roll-ups are read. */
    String engagementBucket();

    /** How many requests a second all callers together may make, on average, as clients are told; 0: they are told nothing. */
    @WithDefault("0")
    int apiRate();

    /** How many requests may come at once, beyond that rate. */
    @WithDefault("0")
    int apiBurst();

    /** How long what is kept of a key is believed before it is read again: so much later does a revocation hold at the latest. */
    @WithDefault("PT30S")
    Duration keyRefresh();

    /** Origins of pages that may read answers in a browser, separated by commas; none by default. */
    Optional<List<String>> allowedOrigins();

    /** How often the policy document is looked at, at most. */
    @WithDefault("PT30S")
    Duration policyRefresh();

    /** The bucket of what is kept of queries for a day. */
    String queriesBucket();

    /** How much longer than its search an answer waits until its photo is stored; after that it has no query id. */
    @WithDefault("PT0.5S")
    Duration keepGrace();

    /** URL of the queue to the engagement log. */
    String engagementQueueUrl();

    /** The queues that the status tells of, each as {@link dev.sightline.queue.WatchedQueue#text()}, separated by commas; none by default. */
    Optional<List<String>> watchedQueues();

    /** Name or ARN of the secret that holds the salt of user hashes. */
    String userSaltSecret();

    /** Name or ARN of the secret by which cursors are signed. */
    String cursorSecret();

    /** How long the ranking of Related Pins waits for what it is made of; what is late is missing. */
    @WithDefault("PT0.2S")
    Duration rankBudget();

    /** How long an answer of Related Pins waits until the queue to the engagement log has taken it; after that it is not logged. */
    @WithDefault("PT0.5S")
    Duration answerLogGrace();

    /** Base URL of OpenSearch, http or https. */
    URI opensearchUrl();

    /** How requests to OpenSearch are signed: {@code iam} or, on loopback only, {@code none}. */
    @WithDefault("iam")
    OpenSearchAuth opensearchAuth();

    /**
     * The longest that a query may take before its results are put together; the worker's time with pixels comes on top. Sources that are
     * late by then are left out.
     */
    @WithDefault("PT0.8S")
    Duration queryBudget();

    /** Base URL of the worker, whose {@code /analyze} is asked about query pixels. */
    URI analyzerUrl();

    /** The longest wait for a connection to the worker. */
    @WithDefault("PT2S")
    Duration analyzerConnectTimeout();

    /** The longest wait for the worker's answer; below the function's own 30 s, so that clients hear the reason. */
    @WithDefault("PT20S")
    Duration analyzerTimeout();

    /** Largest image that can be uploaded or read, in bytes. */
    @WithDefault("67108864")
    long maxImageBytes();

    /** Largest picture in the body of a Lens request, in bytes; with base64 it must fit the 6 MB of a function's event. */
    @WithDefault("4194304")
    long maxInlineBytes();

    /** Candidates by Hamming distance for each result. */
    @WithDefault("10")
    int oversample();

    /** The longest wait for all searches that decide about the dots of one image; objects not searched by then are undecided. */
    @WithDefault("PT0.8S")
    Duration dotBudget();

    /** Objects whose signals are kept, in one instance of the function; 0 keeps none. About 400 bytes each. */
    @WithDefault("10000")
    long dotCacheObjects();

    /** How long signals of an object are kept: so much later than the index do dots see images that come and go. */
    @WithDefault("PT10M")
    Duration dotCacheTime();

    /** Base URL of the collector of spans; without it none are made. */
    Optional<URI> tracesEndpoint();

    /** In which form lines of the log are written. */
    @WithDefault("text")
    LogFormat logFormat();
}
