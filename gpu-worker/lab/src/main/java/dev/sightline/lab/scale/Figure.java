package dev.sightline.lab.scale;

import java.util.Locale;

/**
 * What is known or assumed of this code and of the services below it. Where each value comes from stands beside it in {@code
 * figures.json}; all are non-negative.
 */
public enum Figure implements Quantity {
    /** Length of a code. */
    CODE_BITS("bits"),
    /** Length of a dense vector, four bytes each. */
    DENSE_DIMENSIONS("dimensions"),
    /** Objects that the detector finds in an image, on average. */
    OBJECTS_PER_IMAGE("objects"),
    /** Objects that the worker keeps of an image at most. */
    MAX_OBJECTS_PER_IMAGE("objects"),
    /** The original in the bucket. */
    ORIGINAL_BYTES("bytes"),
    /** The thumbnail in the bucket. */
    THUMBNAIL_BYTES("bytes"),
    /** A feature record without its vectors. */
    RECORD_BYTES("bytes"),
    /** A document without its vectors, its indexed fields included. */
    DOCUMENT_BYTES("bytes"),
    /** What one byte of a code takes in the JSON that the index keeps of a document. */
    JSON_BYTES_PER_CODE_BYTE("bytes"),
    /** Links of an element of the graph: the {@code m} of HNSW. */
    GRAPH_LINKS("links"),
    /** Copies of each shard beside the first. */
    REPLICAS("copies"),
    /** Disk beside the bytes of the index: merges, logs, reserve. */
    DISK_OVERHEAD("share"),
    /** Part of a node's memory beside the heap that graphs may take. */
    GRAPH_MEMORY_SHARE("share"),
    /** Part of that which is planned for, so that the breaker stays closed. */
    GRAPH_MEMORY_FILL("share"),
    /** Largest heap of a node. */
    MAX_HEAP("GiB"),
    /** Size of a shard at which it still moves and searches well. */
    SHARD_SIZE("GiB"),
    /** Least number of data nodes. */
    MIN_NODES("nodes"),
    /** Most data nodes of a domain before its limit has to be raised. */
    MAX_NODES("nodes"),
    /** Processors that are busy at the planned rate. */
    UTILISATION("share"),
    /** Processor time of OpenSearch to index an image. */
    INDEX_MS_PER_IMAGE("ms"),
    /** Processor time of OpenSearch to answer a query. */
    SEARCH_MS_PER_QUERY("ms"),
    /** Searches of vectors in a query, each of which reads its candidates' dense vectors. */
    SEARCHES_PER_QUERY("searches"),
    /** Candidates that the second stage reads. */
    CANDIDATES_PER_SEARCH("vectors"),
    /** Processor time of a worker without a GPU for an image. */
    WORKER_MS_PER_IMAGE("ms"),
    /** The part of it that models take, which a GPU takes over. */
    MODEL_MS_PER_IMAGE("ms"),
    /** Processors of a worker of either kind. */
    WORKER_VCPUS("vCPUs"),
    /** Most workers at once. */
    MAX_WORKERS("workers"),
    /** Workers that are no spot instances: the first ones. */
    ON_DEMAND_WORKERS("workers"),
    /** Bucket events of an image. */
    EVENTS_PER_IMAGE("events"),
    /** Requests to the three queues for an image, batches counted once. */
    QUEUE_REQUESTS_PER_IMAGE("requests"),
    /** Writing and listing requests to S3 for an image. */
    S3_WRITES_PER_IMAGE("requests"),
    /** Reading requests to S3 for an image. */
    S3_READS_PER_IMAGE("requests"),
    /** Messages in a batch of a function. */
    BATCH_SIZE("messages"),
    /** How long ingest takes for a batch, by the clock. */
    INGEST_MS_PER_BATCH("ms"),
    /** How long the indexer takes for a batch, by the clock. */
    INDEXER_MS_PER_BATCH("ms"),
    /** Batches of one queue at once, as deployed. */
    MAX_CONCURRENCY("batches"),
    /** Memory of a function. */
    FUNCTION_MEMORY("GiB"),
    /** How long the blender takes for a query, by the clock. */
    BLENDER_MS_PER_QUERY("ms"),
    /** Queries whose pixels a worker has to look at. */
    ANALYZED_QUERY_SHARE("share"),
    /** Processor time of a worker for such a query. */
    ANALYZER_MS_PER_QUERY("ms"),
    /** Workers that answer queries and never go away. */
    MIN_ANALYZERS("workers"),
    /** What functions log of a query. */
    LOG_BYTES_PER_QUERY("bytes"),
    /** Requests to queues for a query: its answer is logged. */
    QUEUE_REQUESTS_PER_QUERY("requests"),
    /** Most workers at once in bursts that are run again with more. */
    RAISED_WORKERS("workers"),
    /** Batches of one queue at once in those bursts. */
    RAISED_CONCURRENCY("batches"),
    /** The rate of uploads in a burst. */
    UPLOADS_PER_SECOND("images"),
    /** Images a second of the workers that answer queries, which take from the queue too, each. */
    ANALYZER_IMAGES("per second"),
    /** Time between two looks at the backlog. */
    SCALING_PERIOD("seconds"),
    /** From the decision for a worker until it takes its first message. */
    WORKER_BOOT("seconds"),
    /** After one decision for more workers until the next. */
    OUT_COOLDOWN("seconds"),
    /** After any decision until one for fewer workers. */
    IN_COOLDOWN("seconds"),
    /** Spot instances that are taken away, of one in an hour. */
    SPOT_LOSSES("per hour"),
    /** Messages that a worker holds. */
    HELD_MESSAGES("messages"),
    /** Until messages of a lost worker come again. */
    VISIBILITY_TIMEOUT("seconds");

    private final String unit;

    Figure(String unit) {
        this.unit = unit;
    }

    @Override
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String unit() {
        return unit;
    }
}
