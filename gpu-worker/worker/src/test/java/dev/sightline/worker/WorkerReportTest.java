package dev.sightline.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.metrics.Metric;
import dev.sightline.metrics.Metrics.Dimension;
import dev.sightline.testkit.RecordingMetrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkerReportTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final WorkerMetrics metrics = new WorkerMetrics(registry, WorkSpans.NONE);
    private final RecordingMetrics told = new RecordingMetrics();
    private final WorkerReport report = new WorkerReport(registry, told);

    @Test
    void tell_nothingHappened_tellsNothing() {
        report.tell();

        assertThat(told.records()).isEmpty();
    }

    @Test
    void tell_always_countsSinceTheLastTime() {
        metrics.count(ImageOutcome.REJECTED);
        report.tell();
        metrics.count(ImageOutcome.REJECTED);
        metrics.count(ImageOutcome.REJECTED);
        report.tell();
        report.tell();

        assertThat(told.of(Metric.WORKED_IMAGES)).containsExactly(1.0, 2.0);
        assertThat(told.records().getFirst().dimension()).isEqualTo(new Dimension("Outcome", "rejected"));
    }

    @Test
    void tell_always_givesTheMeanBatchOfTheEmbedder() {
        metrics.countBatch(1);
        metrics.countBatch(4);
        report.tell();
        report.tell();

        assertThat(told.of(Metric.EMBEDDER_BATCH)).containsExactly(2.5);
    }

    @Test
    void tell_always_givesTheMeanTimeOfEachStage() {
        registry.timer(WorkerMetrics.STAGE, WorkerMetrics.STAGE_TAG, "decode").record(Duration.ofMillis(10));
        registry.timer(WorkerMetrics.STAGE, WorkerMetrics.STAGE_TAG, "decode").record(Duration.ofMillis(30));
        report.tell();
        registry.timer(WorkerMetrics.STAGE, WorkerMetrics.STAGE_TAG, "decode").record(Duration.ofMillis(5));
        report.tell();

        assertThat(told.records())
                .containsExactly(
                        new RecordingMetrics.Told(new Dimension("Stage", "decode"), Map.of(Metric.STAGE_TIME, 20.0)),
                        new RecordingMetrics.Told(new Dimension("Stage", "decode"), Map.of(Metric.STAGE_TIME, 5.0)));
    }
}
