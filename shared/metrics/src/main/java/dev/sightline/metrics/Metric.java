package dev.sightline.metrics;

import dev.sightline.events.MetricNames;

/** What is measured, with its unit as CloudWatch names it. */
public enum Metric {
    /** As {@link MetricNames#FRESHNESS}. */
    FRESHNESS(MetricNames.FRESHNESS, "Milliseconds"),
    /** As {@link MetricNames#IMAGES_LOST}. */
    IMAGES_LOST(MetricNames.IMAGES_LOST, "Count"),
    /** As {@link MetricNames#ANSWERS}. */
    ANSWERS(MetricNames.ANSWERS, "Count"),
    /** As {@link MetricNames#PARTIAL_ANSWERS}. */
    PARTIAL_ANSWERS(MetricNames.PARTIAL_ANSWERS, "Count"),
    /** As {@link MetricNames#ANSWER_TIME}. */
    ANSWER_TIME(MetricNames.ANSWER_TIME, "Milliseconds"),
    /** As {@link MetricNames#SOURCE_TIME}. */
    SOURCE_TIME(MetricNames.SOURCE_TIME, "Milliseconds"),
    /** As {@link MetricNames#SOURCES_MISSING}. */
    SOURCES_MISSING(MetricNames.SOURCES_MISSING, "Count"),
    /** As {@link MetricNames#DOTS_SHOWN}. */
    DOTS_SHOWN(MetricNames.DOTS_SHOWN, "Count"),
    /** As {@link MetricNames#DOTS_HIDDEN}. */
    DOTS_HIDDEN(MetricNames.DOTS_HIDDEN, "Count"),
    /** As {@link MetricNames#WORKED_IMAGES}. */
    WORKED_IMAGES(MetricNames.WORKED_IMAGES, "Count"),
    /** As {@link MetricNames#STAGE_TIME}. */
    STAGE_TIME(MetricNames.STAGE_TIME, "Milliseconds"),
    /** As {@link MetricNames#EMBEDDER_BATCH}. */
    EMBEDDER_BATCH(MetricNames.EMBEDDER_BATCH, "Count"),
    /** As {@link MetricNames#GPU_UTILIZATION}. */
    GPU_UTILIZATION(MetricNames.GPU_UTILIZATION, "Percent"),
    /** As {@link MetricNames#WORKER_TIME}. */
    WORKER_TIME(MetricNames.WORKER_TIME, "Seconds");

    private final String title;
    private final String unit;

    Metric(String title, String unit) {
        this.title = title;
        this.unit = unit;
    }

    /** The name under which it is kept. */
    public String title() {
        return title;
    }

    /** CloudWatch's name of the unit. */
    public String unit() {
        return unit;
    }
}
