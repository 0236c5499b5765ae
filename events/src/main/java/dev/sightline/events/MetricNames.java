package dev.sightline.events;

/**
 * Names of the metrics that the system writes of itself, in CloudWatch's embedded format: the one place for the code that emits them and the
 * alarms and dashboard that read them. Those that alarms read have no dimension.
 */
public final class MetricNames {

    /** What all of them are below. */
    public static final String NAMESPACE = "Sightline";

    /** Milliseconds from the upload of an image to its place in the index. Emitted by the indexer, for each image that is indexed. */
    public static final String FRESHNESS = "Freshness";

    /** Answered queries, count. Emitted by the blender, for each answer to one of the three queries. */
    public static final String ANSWERS = "Answers";

    /** Answers that name a source which was late or failed, count: at most {@link #ANSWERS}. Emitted by the blender, with those. */
    public static final String PARTIAL_ANSWERS = "PartialAnswers";

    /** Milliseconds that an answer took. Emitted by the blender, with {@link #ANSWERS}. */
    public static final String ANSWER_TIME = "AnswerTime";

    /** Milliseconds that a source of an answer took, by the dimension {@link #SOURCE}. Emitted by the blender. */
    public static final String SOURCE_TIME = "SourceTime";

    /** Sources of an answer that were late or failed, count, by the dimension {@link #SOURCE}. Emitted by the blender. */
    public static final String SOURCES_MISSING = "SourcesMissing";

    /** The dimension that names a source of candidates. */
    public static final String SOURCE = "Source";

    /** Detected objects that became dots, count. Emitted by the blender, for each question about the dots of an image. */
    public static final String DOTS_SHOWN = "DotsShown";

    /** Detected objects that did not, count: the dot gate passes the share of the others. Emitted by the blender. */
    public static final String DOTS_HIDDEN = "DotsHidden";

    /** Images that were rejected or failed, count. Emitted by the indexer, which is told by ingest and the worker. */
    public static final String IMAGES_LOST = "ImagesLost";

    /** Requests that the worker ended, count, by the dimension {@link #OUTCOME}. Emitted by the worker, once a minute. */
    public static final String WORKED_IMAGES = "WorkedImages";

    /** The dimension that names what became of a request. */
    public static final String OUTCOME = "Outcome";

    /** Mean milliseconds of a stage of the worker, by the dimension {@link #STAGE}. Emitted by the worker, once a minute. */
    public static final String STAGE_TIME = "StageTime";

    /** The dimension that names a stage of the worker. */
    public static final String STAGE = "Stage";

    /** Mean pictures, an image and its objects, that the embedder was given at once. Emitted by the worker, once a minute. */
    public static final String EMBEDDER_BATCH = "EmbedderBatch";

    /** Share of time in which the GPU was busy, percent. Emitted by workers that have one, once a minute. */
    public static final String GPU_UTILIZATION = "GpuUtilization";

    /** Seconds that a worker ran, by the dimension {@link #DEVICE}: with the price of an hour, what it costs. Emitted by the worker, once a minute. */
    public static final String WORKER_TIME = "WorkerTime";

    /** The dimension that names where models compute. */
    public static final String DEVICE = "Device";

    private MetricNames() {}
}
