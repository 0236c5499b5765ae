package dev.sightline.lab.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.events.EnvironmentNames;
import dev.sightline.imaging.ImageDecoder;
import dev.sightline.imaging.ImageLimits;
import dev.sightline.lab.scenes.ComposerSettings;
import dev.sightline.lab.scenes.SceneComposer;
import dev.sightline.lab.scenes.StampCategories;
import dev.sightline.policy.PolicyDocument;
import dev.sightline.policy.StandardPolicy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command with the prepared models on annotated scenes of its own; what is not there fails the test. */
class TuneDotsCommandIT {

    private static final int SCENES = 24;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final CommandLine line = LabProgram.commandLine(new LabConsole(stream(out), stream(err), false));

    @TempDir
    private Path folder;

    @Test
    void tuneDots_onAnnotatedPictures_writesAValidPolicyAndAReport() throws IOException {
        Path models = Path.of(System.getenv(EnvironmentNames.MODELS)).toAbsolutePath();
        Path corpus = models.resolveSibling("corpus").resolve("tuxpaint");
        Path pictures = folder.resolve("pictures");
        new SceneComposer(new ImageDecoder(ImageLimits.DEFAULT))
                .compose(new ComposerSettings(corpus, pictures, SCENES, 3))
                .coco(StampCategories.ours())
                .write(pictures.resolve("truth.json"));

        int status = line.execute(
                "tune-dots",
                "--truth",
                pictures.resolve("truth.json").toString(),
                "--models",
                models.toString(),
                "--cache",
                folder.resolve("cache").toString(),
                "--out",
                folder.resolve("policy.json").toString(),
                "--report",
                folder.resolve("report").toString());

        assertThat(status).as(text(err)).isZero();
        String policy = Files.readString(folder.resolve("policy.json"));
        assertThat(PolicyDocument.check(policy)).isEmpty();
        var tuned = PolicyDocument.read(policy);
        assertThat(tuned).isEqualTo(StandardPolicy.policy().withDots(tuned.version(), tuned.dots()));
        assertThat(text(out))
                .contains("P7: Dot gate", "objects of the tuning pictures")
                .doesNotContain("both kinds");
        assertThat(folder.resolve("report")).isDirectoryContaining("glob:**/index.html");
        assertThat(text(err)).contains("written: " + folder.resolve("policy.json"));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
