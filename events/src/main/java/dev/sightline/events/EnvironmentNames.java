package dev.sightline.events;

/**
 * Names that the infrastructure sets and the code reads as environment variables: the one place for both. Each is a dashed key under
 * {@code sightline} in upper case, as configuration mapping expects.
 */
public final class EnvironmentNames {

    /** Bucket of uploaded images. */
    public static final String IMAGES_BUCKET = "SIGHTLINE_IMAGES_BUCKET";
    /** Bucket of feature records. */
    public static final String FEATURES_BUCKET = "SIGHTLINE_FEATURES_BUCKET";
    /** Bucket of what is kept of queries for a day. */
    public static final String QUERIES_BUCKET = "SIGHTLINE_QUERIES_BUCKET";
    /** Bucket of pins and boards. */
    public static final String CATALOGUE_BUCKET = "SIGHTLINE_CATALOGUE_BUCKET";
    /** Bucket of the engagement log and of what is rolled up from it. */
    public static final String ENGAGEMENT_BUCKET = "SIGHTLINE_ENGAGEMENT_BUCKET";
    /** URL of the queue from the blender to the engagement log. */
    public static final String ENGAGEMENT_QUEUE_URL = "SIGHTLINE_ENGAGEMENT_QUEUE_URL";
    /** The queues that the status tells of, with their dead letters: {@code <name>|<url>|<url>}, separated by commas. */
    public static final String WATCHED_QUEUES = "SIGHTLINE_WATCHED_QUEUES";
    /** Name or ARN of the secret that holds the salt of user hashes. */
    public static final String USER_SALT_SECRET = "SIGHTLINE_USER_SALT_SECRET";
    /** How long the engagement log is kept, ISO 8601, whole days. */
    public static final String ENGAGEMENT_RETENTION = "SIGHTLINE_ENGAGEMENT_RETENTION";
    /** Origins of pages that may ask the API from a browser, separated by commas. */
    public static final String ALLOWED_ORIGINS = "SIGHTLINE_ALLOWED_ORIGINS";
    /** Name or ARN of the secret by which cursors are signed. */
    public static final String CURSOR_SECRET = "SIGHTLINE_CURSOR_SECRET";
    /** How many requests a second the API takes on average, and at once beyond that, for clients to be told. */
    public static final String API_RATE = "SIGHTLINE_API_RATE";

    /** As {@link #API_RATE}. */
    public static final String API_BURST = "SIGHTLINE_API_BURST";
    /** URL of the queue from ingest to the worker. */
    public static final String ANALYSIS_QUEUE_URL = "SIGHTLINE_ANALYSIS_QUEUE_URL";
    /** URL of the queue to the indexer. */
    public static final String INDEX_QUEUE_URL = "SIGHTLINE_INDEX_QUEUE_URL";
    /** Base URL of OpenSearch, http or https. */
    public static final String OPENSEARCH_URL = "SIGHTLINE_OPENSEARCH_URL";
    /** How requests to OpenSearch are signed: {@code none} (loopback only) or {@code iam}. */
    public static final String OPENSEARCH_AUTH = "SIGHTLINE_OPENSEARCH_AUTH";
    /** How nearest neighbours are found: {@code hnsw}, or {@code exact} where the engine has no native library. */
    public static final String KNN_MODE = "SIGHTLINE_KNN_MODE";
    /** Primary shards of each index of images or objects that is made. */
    public static final String INDEX_SHARDS = "SIGHTLINE_INDEX_SHARDS";
    /** Base URL of the worker's internal analyze endpoint. */
    public static final String ANALYZER_URL = "SIGHTLINE_ANALYZER_URL";
    /** Largest image that is accepted, in bytes. */
    public static final String MAX_IMAGE_BYTES = "SIGHTLINE_MAX_IMAGE_BYTES";
    /** What holds the model bundles: a folder, or {@code s3://<bucket>/<prefix>}. */
    public static final String MODELS = "SIGHTLINE_MODELS";
    /** The worker's embedder: {@code <bundle>} or {@code <bundle>@<layer>}. */
    public static final String EMBEDDER = "SIGHTLINE_EMBEDDER";
    /** The worker's detector for images that are indexed. */
    public static final String DETECTOR = "SIGHTLINE_DETECTOR";
    /** The worker's detector for the pixels of queries. */
    public static final String QUERY_DETECTOR = "SIGHTLINE_QUERY_DETECTOR";
    /** The embedder of the model set that the worker runs beside its own while the system is switched to it. */
    public static final String NEXT_EMBEDDER = "SIGHTLINE_NEXT_EMBEDDER";
    /** The detector for images that are indexed of that set. */
    public static final String NEXT_DETECTOR = "SIGHTLINE_NEXT_DETECTOR";
    /** The detector for the pixels of queries of that set. */
    public static final String NEXT_QUERY_DETECTOR = "SIGHTLINE_NEXT_QUERY_DETECTOR";
    /** Where the worker computes: {@code cpu} or {@code gpu}. */
    public static final String DEVICE = "SIGHTLINE_DEVICE";
    /** Resident memory of the worker, in bytes, above which it asks for a new start; 0: never. */
    public static final String MEMORY_CEILING = "SIGHTLINE_MEMORY_CEILING";

    /** In which form lines of logs are written: {@code text} or {@code json}. */
    public static final String LOG_FORMAT = "SIGHTLINE_LOG_FORMAT";

    /** Base URL of the collector of spans, http or https. */
    public static final String TRACES_ENDPOINT = "SIGHTLINE_TRACES_ENDPOINT";

    private EnvironmentNames() {}
}
