package dev.sightline.worker;

import dev.sightline.events.MetricNames;
import dev.sightline.metrics.Metric;
import dev.sightline.metrics.Metrics;
import dev.sightline.metrics.Metrics.Dimension;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Tells at regular times what {@link WorkerMetrics} counted since the last time: requests by outcome, the mean time of each stage that ran, and the mean batch of
 * the embedder. Not thread-safe: one thread tells.
 */
final class WorkerReport {

    private final MeterRegistry registry;
    private final Metrics metrics;
    private final Map<String, Double> told = new HashMap<>();

    WorkerReport(MeterRegistry registry, Metrics metrics) {
        this.registry = registry;
        this.metrics = metrics;
    }

    /** Nothing that did not happen is told. */
    void tell() {
        registry.find(WorkerMetrics.IMAGES).counters().forEach(this::tell);
        registry.find(WorkerMetrics.STAGE).timers().forEach(this::tell);
        registry.find(WorkerMetrics.BATCH).summaries().forEach(this::tell);
    }

    private void tell(DistributionSummary batches) {
        double count = since("batches", (double) batches.count());
        double pictures = since("pictures", batches.totalAmount());
        if (count > 0) {
            metrics.record(Map.of(Metric.EMBEDDER_BATCH, pictures / count));
        }
    }

    private void tell(Counter counter) {
        String outcome = tag(counter.getId().getTag(WorkerMetrics.OUTCOME_TAG));
        double images = since(outcome, counter.count());
        if (images > 0) {
            metrics.record(new Dimension(MetricNames.OUTCOME, outcome), Map.of(Metric.WORKED_IMAGES, images));
        }
    }

    private void tell(Timer timer) {
        String stage = tag(timer.getId().getTag(WorkerMetrics.STAGE_TAG));
        double times = since(stage + " times", (double) timer.count());
        double millis = since(stage + " millis", timer.totalTime(TimeUnit.MILLISECONDS));
        if (times > 0) {
            metrics.record(new Dimension(MetricNames.STAGE, stage), Map.of(Metric.STAGE_TIME, millis / times));
        }
    }

    private double since(String name, double now) {
        return now - Objects.requireNonNullElse(told.put(name, now), 0.0);
    }

    private static String tag(@Nullable String value) {
        return Objects.requireNonNull(value, "a meter of the worker without its tag");
    }
}
