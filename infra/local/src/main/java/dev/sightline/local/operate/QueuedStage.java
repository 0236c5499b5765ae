package dev.sightline.local.operate;

import dev.sightline.events.OutputNames;
import dev.sightline.local.site.Site;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A stage that takes its work from a queue, in the order of the flow. */
public enum QueuedStage {
    INGEST(
            "ingest",
            "upload",
            OutputNames.UPLOAD_QUEUE_URL,
            OutputNames.UPLOAD_DEAD_LETTER_QUEUE_URL,
            OutputNames.INGEST_FUNCTION),
    ANALYSIS("analysis", "analysis", OutputNames.ANALYSIS_QUEUE_URL, OutputNames.ANALYSIS_DEAD_LETTER_QUEUE_URL, null),
    INDEX(
            "index",
            "index",
            OutputNames.INDEX_QUEUE_URL,
            OutputNames.INDEX_DEAD_LETTER_QUEUE_URL,
            OutputNames.INDEXER_FUNCTION),
    ENGAGEMENT(
            "engagement",
            "engagement",
            OutputNames.ENGAGEMENT_QUEUE_URL,
            OutputNames.ENGAGEMENT_DEAD_LETTER_QUEUE_URL,
            OutputNames.ENGAGEMENT_FUNCTION),
    ROLL_UP(
            "roll-up",
            "roll-up",
            OutputNames.ROLL_UP_QUEUE_URL,
            OutputNames.ROLL_UP_DEAD_LETTER_QUEUE_URL,
            OutputNames.ROLL_UP_FUNCTION);

    /** For the help of options. */
    public static final String STAGES = "ingest, analysis, index, engagement, roll-up";

    /** For the help of options. */
    public static final String QUEUES = "upload, analysis, index, engagement, roll-up";

    private final String stage;
    private final String queue;
    private final String queueOutput;
    private final String deadLettersOutput;
    private final @Nullable String functionOutput;

    QueuedStage(
            String stage, String queue, String queueOutput, String deadLettersOutput, @Nullable String functionOutput) {
        this.stage = stage;
        this.queue = queue;
        this.queueOutput = queueOutput;
        this.deadLettersOutput = deadLettersOutput;
        this.functionOutput = functionOutput;
    }

    /** The stage of this name. */
    public static Optional<QueuedStage> named(String stage) {
        return Arrays.stream(values())
                .filter(value -> value.stage.equals(stage))
                .findFirst();
    }

    /** The stage that takes from the queue of this name. */
    public static Optional<QueuedStage> ofQueue(String queue) {
        return Arrays.stream(values())
                .filter(value -> value.queue.equals(queue))
                .findFirst();
    }

    public static List<QueuedStage> all() {
        return List.of(values());
    }

    /** For people, and in options. */
    public String stage() {
        return stage;
    }

    /** The name of the queue that it takes from: for people, in options and in JSON. */
    public String queue() {
        return queue;
    }

    OperatedQueue queueOf(Site site) {
        return new OperatedQueue(site.sqs(), site.output(queueOutput));
    }

    OperatedQueue deadLettersOf(Site site) {
        return new OperatedQueue(site.sqs(), site.output(deadLettersOutput));
    }

    /** The function that the queue drives, or empty if a process of its own asks the queue. */
    Optional<String> functionOf(Site site) {
        return Optional.ofNullable(functionOutput).map(site::output);
    }
}
