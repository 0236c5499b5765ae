package dev.sightline.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.inference.ComputeDevice;
import dev.sightline.metrics.Metric;
import dev.sightline.metrics.Metrics.Dimension;
import dev.sightline.testkit.RecordingMetrics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class MachineReportTest {

    private final MutableClock clock = new MutableClock();
    private final RecordingMetrics told = new RecordingMetrics();

    @Test
    void tell_always_countsTheSecondsSinceTheLastTime() {
        MachineReport report = new MachineReport(ComputeDevice.CPU, GpuGauge.NONE, told, clock);
        clock.advance(Duration.ofSeconds(60));
        report.tell();
        report.tell();
        clock.advance(Duration.ofMillis(1500));
        report.tell();

        assertThat(told.of(Metric.WORKER_TIME)).containsExactly(60.0, 1.5);
        assertThat(told.records().getFirst().dimension()).isEqualTo(new Dimension("Device", "cpu"));
        assertThat(told.of(Metric.GPU_UTILIZATION)).isEmpty();
    }

    @Test
    void tell_withAGpu_givesItsUtilization() {
        new MachineReport(ComputeDevice.GPU, () -> OptionalDouble.of(37), told, clock).tell();

        assertThat(told.of(Metric.GPU_UTILIZATION)).containsExactly(37.0);
    }

    @Test
    void utilization_ofSeveralGpus_isTheirMean() {
        assertThat(NvidiaSmiGauge.mean("40\n60\n")).hasValue(50);
        assertThat(NvidiaSmiGauge.mean("100\n[N/A]\n")).hasValue(100);
        assertThat(NvidiaSmiGauge.mean("No devices were found\n")).isEmpty();
    }

    @Test
    void utilization_byAProgram_isWhatItSays() {
        assertThat(new NvidiaSmiGauge(List.of("echo", "42")).utilization()).hasValue(42);
        assertThat(new NvidiaSmiGauge(List.of("echo", "nothing")).utilization()).isEmpty();
    }

    @Test
    void utilization_withoutTheProgram_isUnknown() {
        assertThat(new NvidiaSmiGauge(List.of(Path.of("/no/such/program").toString())).utilization())
                .isEmpty();
    }
}
