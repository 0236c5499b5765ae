package dev.sightline.local.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sightline.local.web.MetricsSummary.Machine;
import dev.sightline.local.web.MetricsSummary.Spread;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the lines of logs to what the page draws. */
class MetricsSummaryTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Path PRICES =
            Path.of("../../gpu-worker/lab/src/main/resources/dev/sightline/lab/scale/prices.json");

    @TempDir
    private Path folder;

    private Path log;

    @BeforeEach
    void makeFolders() throws Exception {
        log = Files.createDirectories(folder.resolve("functions")).resolve("blender.log");
    }

    @Test
    void summary_ofNothing_hasNoNumbers() throws Exception {
        MetricsSummary summary = summary();

        assertThat(summary.freshness()).isNull();
        assertThat(summary.answerTime()).isNull();
        assertThat(summary.dots()).isNull();
        assertThat(summary.answersByMinute()).hasSize(60).containsOnly(0);
        assertThat(summary.worker().gpuUtilization()).isNull();
    }

    @Test
    void summary_ofAnswers_countsThemByMinuteAndSpreadsTheirTimes() throws Exception {
        Files.write(
                log,
                IntStream.rangeClosed(1, 20)
                        .mapToObj(n -> line(
                                n,
                                "\"Answers\":1.0,\"PartialAnswers\":%d,\"AnswerTime\":%d"
                                        .formatted(n % 10 == 0 ? 1 : 0, n)))
                        .toList());

        MetricsSummary summary = summary();

        assertThat(summary.answerTime()).isEqualTo(new Spread(20, 10, 19));
        assertThat(summary.partialAnswers()).isEqualTo(2);
        assertThat(summary.answersByMinute()).hasSize(60).endsWith(20);
    }

    @Test
    void summary_always_tellsDimensionsApart() throws Exception {
        Files.write(
                log,
                List.of(
                        line(1, "\"Source\":\"visual-search\",\"SourceTime\":7.0"),
                        line(2, "\"Source\":\"object-search\",\"SourceTime\":300.0,\"SourcesMissing\":1.0"),
                        line(3, "\"DotsShown\":1.0,\"DotsHidden\":3.0"),
                        line(4, "\"Stage\":\"decode\",\"StageTime\":20.0"),
                        line(5, "\"Stage\":\"decode\",\"StageTime\":40.0"),
                        line(6, "\"Outcome\":\"analyzed\",\"WorkedImages\":5.0")));

        MetricsSummary summary = summary();

        assertThat(summary.sources())
                .containsExactly(
                        new MetricsSummary.Source("object-search", new Spread(1, 300, 300), 1),
                        new MetricsSummary.Source("visual-search", new Spread(1, 7, 7), 0));
        assertThat(summary.dots()).isEqualTo(new MetricsSummary.Dots(1, 3, 0.25));
        assertThat(summary.worker().stages()).isEqualTo(Map.of("decode", 30.0));
        assertThat(summary.worker().images()).isEqualTo(Map.of("analyzed", 5.0));
    }

    /** The price of an hour is that of the table which sizes are reckoned with. */
    @Test
    void summary_ofMachines_reckonsHoursAndCosts() throws Exception {
        Files.write(
                log,
                List.of(
                        line(1, "\"Device\":\"gpu\",\"WorkerTime\":1800.0"),
                        line(2, "\"Device\":\"gpu\",\"WorkerTime\":1800.0"),
                        line(3, "\"Device\":\"tpu\",\"WorkerTime\":3600.0"),
                        line(4, "\"GpuUtilization\":37.0")));
        double price = new ObjectMapper()
                .readTree(PRICES.toFile())
                .at("/values/gpu-worker/value")
                .asDouble();

        MetricsSummary.Worker worker = summary().worker();

        assertThat(worker.machines()).containsExactly(new Machine("gpu", 1, price), new Machine("tpu", 1, null));
        assertThat(worker.gpuUtilization()).isEqualTo(37);
    }

    @Test
    void summary_leavesOutWhatIsOldBrokenOrNoMetric() throws Exception {
        Files.write(
                log,
                List.of(
                        "INFO outcome=indexed",
                        line(-4000, "\"Freshness\":1.0"),
                        line(1, "\"Freshness\":2.0"),
                        line(2, "\"Freshness\":3").substring(0, 40)));

        assertThat(summary().freshness()).isEqualTo(new Spread(1, 2, 2));
    }

    private MetricsSummary summary() throws Exception {
        return MetricsSummary.of(
                new MetricLogs(folder).since(NOW.minus(MetricsSummary.WINDOW)), NOW, Prices.read(PRICES));
    }

    /** So many seconds after the minute before now began; before it, if negative. */
    private static String line(int seconds, String values) {
        return "{\"_aws\":{\"Timestamp\":%d,\"CloudWatchMetrics\":[]},%s}"
                .formatted(NOW.minusSeconds(30).plusSeconds(seconds).toEpochMilli(), values);
    }
}
