package dev.sightline.testkit;

import dev.sightline.metrics.Metric;
import dev.sightline.metrics.Metrics;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps the numbers that it is told. Safe for all threads. */
public final class RecordingMetrics implements Metrics {

    private final List<Told> records = new CopyOnWriteArrayList<>();

    /** Numbers of one moment. */
    public record Told(Dimension dimension, Map<Metric, Double> values) {}

    @Override
    public void record(Dimension dimension, Map<Metric, Double> values) {
        records.add(new Told(dimension, Map.copyOf(values)));
    }

    /** All that was told, in its order. */
    public List<Told> records() {
        return List.copyOf(records);
    }

    /** What was told of one metric, in its order. */
    public List<Double> of(Metric metric) {
        return records.stream()
                .map(Told::values)
                .filter(values -> values.containsKey(metric))
                .map(values -> values.get(metric))
                .toList();
    }
}
