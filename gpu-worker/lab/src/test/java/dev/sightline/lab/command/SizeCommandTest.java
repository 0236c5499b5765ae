package dev.sightline.lab.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SizeCommandTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final CommandLine line = LabProgram.commandLine(new LabConsole(stream(out), stream(err), false))
            .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
            .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));

    @TempDir
    private Path folder;

    @Test
    void execute_withImagesObjectsAndQueries_printsTablesAndWritesReportAndCurves() {
        assertThat(size("--images", "1000000", "--objects", "2000000", "--qps", "5", "--curves", folder.toString()))
                .isZero();

        assertThat(text(out)).contains("3,000,000", "r7g.large.search", "EXAMPLES, to be edited");
        assertThat(folder.resolve("report/index.html")).exists();
        assertThat(folder.resolve("report/plots/bursts-10k-backlog.png")).exists();
        assertThat(folder.resolve("bursts-10k-workers.svg")).exists();
    }

    @Test
    void execute_withJson_printsJson() throws IOException {
        assertThat(size("--images", "1000000,2000000", "--json")).isZero();

        JsonNode report = new JsonMapper().readTree(text(out));
        assertThat(report.path("sections").findValuesAsText("id"))
                .contains("index", "pipeline", "costs", "bursts", "inputs");
    }

    @Test
    void execute_withOwnPrices_usesThem() throws IOException {
        Path prices = folder.resolve("prices.json");
        String examples = Files.readString(Path.of("src/main/resources/dev/sightline/lab/scale/prices.json"));
        Files.writeString(prices, examples.replace("us-east-1", "eu-central-1"));

        assertThat(size("--images", "1000", "--prices", prices.toString())).isZero();

        assertThat(text(out)).contains("eu-central-1").doesNotContain("us-east-1");
    }

    @Test
    void execute_withPricesInAnotherUnit_isOneLineThatNamesBoth() throws IOException {
        Path prices = folder.resolve("prices.json");
        String examples = Files.readString(Path.of("src/main/resources/dev/sightline/lab/scale/prices.json"));
        Files.writeString(prices, examples.replace("USD/GiB-second", "EUR/GiB-second"));

        assertThat(size("--images", "1000", "--prices", prices.toString())).isEqualTo(1);

        assertThat(text(err)).contains("function-time: expected the unit USD/GiB-second, got 'EUR/GiB-second'");
    }

    @Test
    void execute_withMoreWorkersAndConcurrency_saysSo() {
        assertThat(size("--images", "1000", "--max-workers", "40", "--concurrency", "200"))
                .isZero();

        assertThat(text(out)).contains("at most 40 workers, and 200 batches at once for each function");
    }

    @Test
    void execute_withImpossibleNumbers_isWrongUsage() {
        assertThat(size()).isEqualTo(2);
        assertThat(size("--images", "0")).isEqualTo(2);
        assertThat(size("--images", "10", "--objects", "101")).isEqualTo(2);
        assertThat(text(err)).contains("--objects: expected at most 10 an image, got 101 of 10 images");
        assertThat(size("--images", "10,20", "--objects", "10")).isEqualTo(2);
        assertThat(text(err)).contains("--objects: expected 2 numbers as for --images, got 1");
        assertThat(size("--images", "10,10")).isEqualTo(2);
        assertThat(size("--images", "10", "--max-workers", "0")).isEqualTo(2);
        assertThat(size("--images", "10", "--burst", "0")).isEqualTo(2);
    }

    private int size(String... arguments) {
        Stream<String> fixed =
                Stream.of("size", "--report", folder.resolve("report").toString());
        Stream<String> burst =
                Stream.of(arguments).anyMatch("--burst"::equals) ? Stream.empty() : Stream.of("--burst", "10000");
        return line.execute(Stream.of(fixed, burst, Stream.of(arguments))
                .flatMap(each -> each)
                .toArray(String[]::new));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
