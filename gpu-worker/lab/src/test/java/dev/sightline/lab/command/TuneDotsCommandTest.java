package dev.sightline.lab.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.policy.BlenderPolicy;
import dev.sightline.policy.DotEvidenceKind;
import dev.sightline.policy.DotPolicy;
import dev.sightline.policy.PolicyDocument;
import dev.sightline.policy.StandardPolicy;
import dev.sightline.visual.DotGate;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What is said before a model is needed, and the policy that is written; {@link TuneDotsCommandIT} runs models. */
class TuneDotsCommandTest {

    private static final DotPolicy TUNED = new DotPolicy(DotEvidenceKind.IMAGES, 10, 5, new DotGate(0.4, 0.1, 0.2));

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final CommandLine line = LabProgram.commandLine(new LabConsole(stream(out), stream(err), false))
            .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
            .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));

    @TempDir
    private Path folder;

    @BeforeEach
    void makeFolders() throws IOException {
        Files.createDirectories(folder.resolve("pictures"));
        Files.createDirectories(folder.resolve("models"));
    }

    @Test
    void tuneDots_withHelp_namesItsOptions() {
        assertThat(line.execute("tune-dots", "--help")).isZero();

        assertThat(text(out)).contains("--truth", "--policy", "--out", "--report", "--detector", "--seed");
    }

    @Test
    void tuneDots_onPicturesWithoutTruth_isWrongUsage() {
        assertThat(tune()).isEqualTo(2);

        assertThat(text(err)).contains("DIR needs --truth: a COCO file with the boxes of its pictures");
    }

    @Test
    void tuneDots_withoutThePolicyFile_isWrongUsage() {
        assertThat(tune("--policy", folder.resolve("none.json").toString())).isEqualTo(2);

        assertThat(text(err)).contains("--policy: expected a file, got " + folder.resolve("none.json"));
    }

    @Test
    void tuneDots_withABrokenPolicy_namesItsMistakes() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.json"), "{\"version\": \"mine\"}");

        assertThat(tune("--policy", broken.toString())).isEqualTo(1);

        assertThat(text(err)).startsWith("sightline: the policy is not valid:").contains("dots");
    }

    @Test
    void tuneDots_onTooFewPictures_saysHowMany() throws IOException {
        Path truth = Files.writeString(
                folder.resolve("truth.json"), "{\"images\": [], \"annotations\": [], \"categories\": []}");

        assertThat(tune("--truth", truth.toString())).isEqualTo(1);

        assertThat(text(err))
                .isEqualTo("sightline: expected at least 20 annotated pictures to tune on, got 0 in pictures\n");
    }

    @Test
    void tunedPolicy_hasOtherDotsAndAVersionOfItsOwn() {
        BlenderPolicy standard = StandardPolicy.policy();
        BlenderPolicy tuned = TunedPolicy.of(standard, TUNED).policy();
        assertThat(tuned).isEqualTo(standard.withDots(tuned.version(), TUNED));
        assertThat(tuned.version()).matches("standard-2-dots-[0-9a-f]{8}");
    }

    @Test
    void tunedPolicy_tunedAgain_hasTheSameVersionForTheSameDots() {
        BlenderPolicy once = TunedPolicy.of(StandardPolicy.policy(), TUNED).policy();
        assertThat(TunedPolicy.of(once, TUNED).policy()).isEqualTo(once);
        var other = new DotPolicy(DotEvidenceKind.IMAGES, 10, 5, DotGate.OPEN);
        assertThat(TunedPolicy.of(once, other).policy().version()).isNotEqualTo(once.version());
    }

    @Test
    void write_makesADocumentThatIsReadAgain() throws IOException {
        Path file = folder.resolve("new/policy.json");
        TunedPolicy tuned = TunedPolicy.of(StandardPolicy.policy(), TUNED);
        tuned.write(file);
        assertThat(PolicyDocument.read(Files.readString(file))).isEqualTo(tuned.policy());
    }

    private int tune(String... options) {
        List<String> arguments = new ArrayList<>(List.of(
                "tune-dots",
                folder.resolve("pictures").toString(),
                "--models",
                folder.resolve("models").toString(),
                "--cache",
                folder.resolve("cache").toString(),
                "--out",
                folder.resolve("policy.json").toString(),
                "--report",
                folder.resolve("report").toString()));
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
