package dev.sightline.events;

/** Names of the stacks' outputs, which the launcher and deployments read. */
public final class OutputNames {

    /** Bucket of uploaded images. */
    public static final String IMAGES_BUCKET = "ImagesBucketName";
    /** Bucket of feature records. */
    public static final String FEATURES_BUCKET = "FeaturesBucketName";
    /** Bucket of what is kept of queries for a day. */
    public static final String QUERIES_BUCKET = "QueriesBucketName";
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

    private OutputNames() {}
}
