package dev.sightline.worker;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * What the worker tells about itself: {@code sightline.worker.images} by outcome, {@code sightline.worker.stage} with the time of
 * each stage, {@code sightline.worker.batch} with the pictures that the embedder was given at once, {@code sightline.worker.held} messages, {@code sightline.worker.queue} by state: 1 for what the queue loop does now.
 */
final class WorkerMetrics {

    private static final String PREFIX = "sightline.worker.";

    /** Counters of ended requests, by {@link #OUTCOME_TAG}. */
    static final String IMAGES = PREFIX + "images";

    static final String OUTCOME_TAG = "outcome";

    /** Timers of stages, by {@link #STAGE_TAG}. */
    static final String STAGE = PREFIX + "stage";

    static final String STAGE_TAG = "stage";

    /** How many pictures the embedder was given at once. */
    static final String BATCH = PREFIX + "batch";

    /** Parts of the work whose time is measured. */
    enum Stage {
        DOWNLOAD,
        DECODE,
        DETECT,
        EMBED,
        THUMBNAIL,
        STORE,
        PUBLISH
    }

    private final MeterRegistry registry;
    private final WorkSpans spans;

    WorkerMetrics(MeterRegistry registry, WorkSpans spans) {
        this.registry = registry;
        this.spans = spans;
        for (ImageOutcome outcome : ImageOutcome.values()) {
            registry.counter(IMAGES, OUTCOME_TAG, lower(outcome));
        }
    }

    /** One more message ended so. */
    void count(ImageOutcome outcome) {
        registry.counter(IMAGES, OUTCOME_TAG, lower(outcome)).increment();
    }

    /** The embedder was given so many pictures at once. */
    void countBatch(int pictures) {
        registry.summary(BATCH).record(pictures);
    }

    /** What is told of each message by itself. */
    WorkSpans spans() {
        return spans;
    }

    /** Runs the step and records its time, also if it throws. */
    <T> T time(Stage stage, Supplier<T> step) {
        Timer.Sample sample = Timer.start(registry);
        try {
            return spans.step(lower(stage), step);
        } finally {
            sample.stop(registry.timer(STAGE, STAGE_TAG, lower(stage)));
        }
    }

    /** Shows how many messages are held. */
    void watch(VisibilityHeartbeat heartbeat) {
        registry.gauge(PREFIX + "held", heartbeat, beat -> beat.held().size());
    }

    /** Shows what the queue loop does. */
    void watch(QueueLoop loop) {
        for (LoopState state : LoopState.values()) {
            Gauge.builder(PREFIX + "queue", loop, each -> each.state() == state ? 1 : 0)
                    .tag("state", lower(state))
                    .register(registry);
        }
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
