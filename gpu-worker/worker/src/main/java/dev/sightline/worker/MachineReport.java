package dev.sightline.worker;

import dev.sightline.events.MetricNames;
import dev.sightline.inference.ComputeDevice;
import dev.sightline.metrics.Metric;
import dev.sightline.metrics.Metrics;
import dev.sightline.metrics.Metrics.Dimension;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/** Tells at regular times for how long the worker ran since the last time, and how busy its GPU is. Not thread-safe: one thread tells. */
final class MachineReport {

    private static final double MILLIS = 1000;

    private final Dimension device;
    private final GpuGauge gpu;
    private final Metrics metrics;
    private final Clock clock;
    private Instant told;

    MachineReport(ComputeDevice device, GpuGauge gpu, Metrics metrics, Clock clock) {
        this.device = new Dimension(MetricNames.DEVICE, device.name().toLowerCase(Locale.ROOT));
        this.gpu = gpu;
        this.metrics = metrics;
        this.clock = clock;
        this.told = clock.instant();
    }

    void tell() {
        Instant now = clock.instant();
        double seconds = Duration.between(told, now).toMillis() / MILLIS;
        told = now;
        if (seconds > 0) {
            metrics.record(device, Map.of(Metric.WORKER_TIME, seconds));
        }
        gpu.utilization().ifPresent(percent -> metrics.record(Map.of(Metric.GPU_UTILIZATION, percent)));
    }
}
