package dev.sightline.lab.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.lab.corpus.CorpusFolder;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole evaluation of a generated corpus with the prepared models. */
class EvaluateIT {

    private static final List<String> LABELS = List.of("disks", "bars", "frames");
    private static final int IMAGES_PER_LABEL = 24;
    private static final String FEATURES = "p1,p2,p3";

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void drawCorpus() throws IOException {
        var corpus = new CorpusFolder(folder.resolve("corpus"));
        var random = new Random(11);
        for (String label : LABELS) {
            for (int i = 0; i < IMAGES_PER_LABEL; i++) {
                corpus.write("%s/%02d.png".formatted(label, i), drawing(label, random));
            }
        }
        Files.writeString(folder.resolve("corpus/bars/notes.png"), "no image");
    }

    @Test
    void evaluate_withTheSameSeed_givesTheSameReportFromKeptFeatures() throws IOException {
        assertThat(evaluate("first", FEATURES))
                .as(err.toString(StandardCharsets.UTF_8))
                .isZero();
        Map<Path, FileTime> kept = featureFiles();
        Path broken = kept.keySet().iterator().next();
        byte[] whole = Files.readAllBytes(broken);
        Files.write(broken, new byte[] {1, 2, 3});

        assertThat(evaluate("second", FEATURES)).isZero();

        assertThat(withoutTimes("second")).isEqualTo(withoutTimes("first"));
        assertThat(Files.readAllBytes(broken)).isEqualTo(whole);
        Map<Path, FileTime> after = featureFiles();
        after.remove(broken);
        kept.remove(broken);
        assertThat(after).isEqualTo(kept).hasSize(LABELS.size() * IMAGES_PER_LABEL - 1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("no image: bars/notes.png");
    }

    @Test
    void evaluate_ofKnownShapes_findsThemAndSaysSoInAllForms() throws IOException {
        assertThat(evaluate("report", FEATURES))
                .as(err.toString(StandardCharsets.UTF_8))
                .isZero();

        JsonNode report = withoutTimes("report");
        assertThat(report.findValuesAsText("id")).contains("data", "p1", "p2", "p3");
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("P1: Precision of efficientnet-lite0 pooled cosine", "efficientnet-lite0.projection");
        assertThat(folder.resolve("report/index.html")).isNotEmptyFile();
        assertThat(folder.resolve("report/evaluation.md")).content().contains("efficientnet-lite0");
        double precision = report.findParents("K")
                .getFirst()
                .path("Precision@K")
                .path("value")
                .asDouble();
        assertThat(precision).isGreaterThan(0.8);
    }

    @Test
    void evaluate_withAnIndex_measuresIt() throws IOException {
        assertThat(evaluate("search", "p4,p5"))
                .as(err.toString(StandardCharsets.UTF_8))
                .isZero();

        assertThat(withoutTimes("search").findValuesAsText("id"))
                .contains("p4", "p5")
                .doesNotContain("p1");
    }

    @Test
    void evaluate_ofTooFewImages_saysSoInOneLine() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("corpus"))) {
            for (Path file : files.filter(path -> path.toString().matches(".*/[12][0-9].png"))
                    .toList()) {
                Files.delete(file);
            }
        }

        assertThat(evaluate("small", FEATURES)).isEqualTo(1);

        assertThat(err.toString(StandardCharsets.UTF_8).lines().filter(line -> line.startsWith("sightline: ")))
                .singleElement()
                .asString()
                .contains("expected at least 16 pictures for calibration, got 9 of 30");
    }

    private int evaluate(String name, String protocols) {
        var console = new LabConsole(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false);
        String models = Objects.requireNonNull(System.getenv("SIGHTLINE_MODELS"), "SIGHTLINE_MODELS names the bundles");
        return LabProgram.commandLine(console)
                .execute(
                        "evaluate",
                        folder.resolve("corpus").toString(),
                        "--models",
                        models,
                        "--cache",
                        folder.resolve("cache").toString(),
                        "--embedder",
                        "efficientnet-lite0",
                        "--seed",
                        "5",
                        "--projection",
                        "64",
                        "--views",
                        "1",
                        "--protocol",
                        protocols,
                        "--out",
                        folder.resolve(name).toString());
    }

    private JsonNode withoutTimes(String name) throws IOException {
        JsonNode report = new ObjectMapper()
                .readTree(folder.resolve(name).resolve("report.json").toFile());
        assertThat(((ObjectNode) report.path("provenance")).remove("times")).isNotNull();
        return report;
    }

    private Map<Path, FileTime> featureFiles() throws IOException {
        Map<Path, FileTime> times = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder.resolve("cache"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                times.put(file, Files.getLastModifiedTime(file));
            }
        }
        return times;
    }

    private static BufferedImage drawing(String label, Random random) {
        var image = new BufferedImage(160, 160, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(200 + random.nextInt(55), 200 + random.nextInt(55), 200 + random.nextInt(55)));
        graphics.fillRect(0, 0, 160, 160);
        graphics.setColor(new Color(random.nextInt(150), random.nextInt(150), random.nextInt(150)));
        int left = random.nextInt(60);
        int top = random.nextInt(60);
        int size = 50 + random.nextInt(50);
        switch (label) {
            case "disks" -> graphics.fillOval(left, top, size, size);
            case "bars" -> {
                for (int x = left; x < left + size; x += 12) {
                    graphics.fillRect(x, top, 6, size);
                }
            }
            default -> {
                graphics.drawRect(left, top, size, size);
                graphics.drawRect(left + 8, top + 8, size - 16, size - 16);
            }
        }
        graphics.dispose();
        return image;
    }
}
