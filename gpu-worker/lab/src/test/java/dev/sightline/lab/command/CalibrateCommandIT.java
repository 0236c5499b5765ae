package dev.sightline.lab.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.events.EnvironmentNames;
import dev.sightline.inference.BinarizerFile;
import dev.sightline.lab.corpus.CorpusFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command with the prepared default embedder, on pictures made here. */
class CalibrateCommandIT {

    private static final int PICTURES = 25;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final CommandLine line = LabProgram.commandLine(new LabConsole(stream(out), stream(err), false));

    @TempDir
    private Path folder;

    @Test
    void calibrate_toFourThousandBits_writesABinarizerThatFits() throws IOException {
        pictures(PICTURES);
        Path target = folder.resolve("rotation.json");

        assertThat(calibrate("--method", "rotation", "--bits", "4096", "--out", target.toString()))
                .as(text(err))
                .isZero();

        BinarizerFile file = BinarizerFile.read(target);
        assertThat(file.id()).isEqualTo("rotation-4096");
        assertThat(file.layer()).isEqualTo("pooled");
        assertThat(file.dimensions()).isEqualTo(1280);
        assertThat(file.toBinarizer().bits()).isEqualTo(4096);
        assertThat(text(out)).contains("rotation", "4096", "held out");
        assertThat(text(err)).contains("written: " + target);
    }

    @Test
    void calibrate_onALayer_twiceWritesTheSame() throws IOException {
        pictures(PICTURES);
        Path first = folder.resolve("first.json");
        Path second = folder.resolve("second.json");

        calibrate("--embedder", "efficientnet-lite0@logits", "--out", first.toString());
        calibrate("--embedder", "efficientnet-lite0@logits", "--out", second.toString());

        assertThat(BinarizerFile.read(first).dimensions()).isEqualTo(1000);
        assertThat(second).hasSameBinaryContentAs(first);
    }

    @Test
    void calibrate_withJson_printsTheReport() throws IOException {
        pictures(PICTURES);

        assertThat(calibrate("--json", "--method", "mean")).isZero();

        assertThat(text(out)).startsWith("{").contains("\"set-bits\"", "\"efficientnet-lite0\"", "\"held out\"");
    }

    @Test
    void calibrate_onTooFewPictures_saysHowMany() throws IOException {
        pictures(10);

        assertThat(calibrate()).isEqualTo(1);

        assertThat(text(err)).isEqualTo("sightline: expected at least 16 images to calibrate on, got 8\n");
    }

    private void pictures(int count) throws IOException {
        var corpus = new CorpusFolder(folder.resolve("corpus"));
        for (int i = 0; i < count; i++) {
            corpus.addCutOut("label%d/%02d.png".formatted(i % 3, i), 0x102030 * (i % 8) + i);
        }
    }

    private int calibrate(String... options) {
        String models = System.getenv(EnvironmentNames.MODELS);
        if (models == null || !Files.isDirectory(Path.of(models))) {
            throw new IllegalStateException(
                    "expected %s to name the folder of the model bundles".formatted(EnvironmentNames.MODELS));
        }
        List<String> arguments = new ArrayList<>(List.of(
                "calibrate", folder.resolve("corpus").toString(), "--models", models, "--cache", folder + "/cache"));
        arguments.addAll(List.of(options));
        return line.execute(arguments.toArray(String[]::new));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
