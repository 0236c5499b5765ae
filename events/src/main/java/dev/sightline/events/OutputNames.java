package dev.sightline.events;

/** Names of the stacks' outputs, which the launcher and deployments read. */
public final class OutputNames {

    /** Bucket of uploaded images. */
    public static final String IMAGES_BUCKET = "ImagesBucketName";
    /** Bucket of feature records. */
    public static final String FEATURES_BUCKET = "FeaturesBucketName";
    /** Bucket of what is kept of queries for a day. */
    public static final String QUERIES_BUCKET = "QueriesBucketName";
    /** Bucket of pins and boards. */
    public static final String CATALOGUE_BUCKET = "CatalogueBucketName";
    /** Bucket of the engagement log. */
    public static final String ENGAGEMENT_BUCKET = "EngagementBucketName";
    /** Bucket of the worker's model bundles. */
    public static final String MODELS_BUCKET = "ModelsBucketName";
    /** Queue from the blender to the engagement log. */
    public static final String ENGAGEMENT_QUEUE_URL = "EngagementQueueUrl";
    /** Dead letters of the engagement queue. */
    public static final String ENGAGEMENT_DEAD_LETTER_QUEUE_URL = "EngagementDeadLetterQueueUrl";
    /** Queue whose messages say that it is time to roll the engagement log up. */
    public static final String ROLL_UP_QUEUE_URL = "RollUpQueueUrl";
    /** Dead letters of the roll-up queue. */
    public static final String ROLL_UP_DEAD_LETTER_QUEUE_URL = "RollUpDeadLetterQueueUrl";
    /** Name of the function that writes the engagement log. */
    public static final String ENGAGEMENT_FUNCTION = "EngagementFunctionName";
    /** Name of the function that rolls the engagement log up. */
    public static final String ROLL_UP_FUNCTION = "RollUpFunctionName";
    /** ARN of the secret that holds the salt of user hashes. */
    public static final String USER_SALT_SECRET = "UserSaltSecretArn";
    /** The name under which CloudFront serves the page. */
    public static final String PAGE_DOMAIN = "PageDomainName";
    /** Queue of bucket events. */
    public static final String UPLOAD_QUEUE_URL = "UploadQueueUrl";
    /** Queue from ingest to the worker. */
    public static final String ANALYSIS_QUEUE_URL = "AnalysisQueueUrl";
    /** Queue to the indexer. */
    public static final String INDEX_QUEUE_URL = "IndexQueueUrl";
    /** Dead letters of the upload queue. */
    public static final String UPLOAD_DEAD_LETTER_QUEUE_URL = "UploadDeadLetterQueueUrl";
    /** Dead letters of the analysis queue. */
    public static final String ANALYSIS_DEAD_LETTER_QUEUE_URL = "AnalysisDeadLetterQueueUrl";
    /** Dead letters of the index queue. */
    public static final String INDEX_DEAD_LETTER_QUEUE_URL = "IndexDeadLetterQueueUrl";
    /** Base URL of OpenSearch, http or https. */
    public static final String OPENSEARCH_URL = "OpenSearchUrl";
    /** How requests to OpenSearch are signed: {@code none} (loopback only) or {@code iam}. */
    public static final String OPENSEARCH_AUTH = "OpenSearchAuth";
    /** How nearest neighbours are found: {@code hnsw} or {@code exact}. */
    public static final String KNN_MODE = "KnnMode";
    /** Primary shards of each index of images or objects that is made. */
    public static final String INDEX_SHARDS = "IndexShards";
    /** Id of the REST API. */
    public static final String API_ID = "ApiId";
    /** Name of the REST API's stage. */
    public static final String API_STAGE = "ApiStage";
    /** Name of the ingest function. */
    public static final String INGEST_FUNCTION = "IngestFunctionName";
    /** Name of the indexer function. */
    public static final String INDEXER_FUNCTION = "IndexerFunctionName";
    /** Name of the blender function. */
    public static final String BLENDER_FUNCTION = "BlenderFunctionName";

    /** Base URL of the collector of spans, where one is named. */
    public static final String TRACES_ENDPOINT = "TracesEndpoint";

    private OutputNames() {}
}
