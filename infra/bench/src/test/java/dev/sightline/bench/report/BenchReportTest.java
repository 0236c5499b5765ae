package dev.sightline.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.bench.figures.BenchFolder;
import dev.sightline.bench.figures.Curve;
import dev.sightline.bench.figures.Figure;
import dev.sightline.bench.figures.Figure.Better;
import dev.sightline.bench.figures.RunFacts;
import dev.sightline.bench.figures.Stack;
import dev.sightline.bench.figures.StepData;
import dev.sightline.lab.report.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BenchReportTest {

    @TempDir
    private Path folder;

    private static StepData pipeline() {
        return new StepData(
                "pipeline",
                "Pipeline",
                "./sightline bench --only pipeline",
                false,
                "What it is.",
                Map.of("LocalStack", "1.2"),
                List.of(
                        Figure.baseline("bare", "bare loop", "images/s", Better.HIGHER, List.of(40.0, 50.0, 60.0)),
                        new Figure(
                                "whole",
                                "whole pipeline",
                                "images/s",
                                Better.HIGHER,
                                List.of(40.0, 44.0),
                                "bare",
                                0.85)),
                List.of(new Curve(
                        "growth",
                        "Growth",
                        "images",
                        "ms",
                        List.of(new Curve.Line("scan", List.of(List.of(1.0, 2.0)))))),
                List.of(new Stack(
                        "time",
                        "Where the time goes",
                        "ms",
                        List.of("decode", "detect"),
                        List.of(
                                new Stack.Row("small", List.of(1.0, 3.0)),
                                new Stack.Row("large", List.of(6.0, 2.0))))));
    }

    private static RunFacts facts() {
        return new RunFacts(
                "0.1.0 (0123456789ab)",
                new Machine("A processor", 2, 24L << 30, "Linux amd64", "JDK 25"),
                "6.1",
                Map.of("ONNX Runtime", "1.21.1"),
                0.25,
                "2026-01-02T03:04:05Z");
    }

    private String written() throws IOException {
        BenchFolder data = new BenchFolder(folder);
        data.write(facts());
        data.write(pipeline());
        return Files.readString(new BenchReport(data).write());
    }

    @Test
    void write_withAFigure_showsItsSpreadRatioNoiseAndAim() throws IOException {
        assertThat(written())
                .contains(
                        "| whole pipeline | images/s | 42.0 | 40.0 | 44.0 | 2 | bare loop | 0.840 | 25 % | 0.850 missed |")
                .contains("| bare loop | images/s | 50.0 | 40.0 | 60.0 | 3 |  |  |  |  |");
    }

    @Test
    void write_withFacts_showsMachineVersionsAndCommand() throws IOException {
        assertThat(written())
                .contains("- Sightline: 0.1.0 (0123456789ab)\n")
                .contains("- machine: A processor, 2 cores, 24.0 GiB, Linux amd64, kernel 6.1\n")
                .contains("- ONNX Runtime: 1.21.1\n")
                .contains("`./sightline bench --only pipeline`, LocalStack 1.2\n");
    }

    @Test
    void write_withAStack_drawsBarsInProportion() throws IOException {
        written();

        assertThat(folder.resolve("pipeline-time.svg"))
                .content()
                // 490 pixels for the largest, 8 ms.
                .contains("<rect x=\"190.0\" y=\"44\" width=\"61.3\" height=\"22\" fill=\"#0072B2\"/>")
                .contains("<rect x=\"251.3\" y=\"44\" width=\"183.8\" height=\"22\" fill=\"#D55E00\"/>")
                .contains(">8.00 ms</text>");
    }

    @Test
    void write_twice_givesTheSameBytes() throws IOException {
        assertThat(written()).isEqualTo(written()).contains("![Growth](pipeline-growth.svg)");
        assertThat(folder.resolve("pipeline-growth.svg")).exists();
    }
}
