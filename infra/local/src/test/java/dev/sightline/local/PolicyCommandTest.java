package dev.sightline.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sightline.local.terminal.Console;
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

/** The commands on files, which need no deployment. */
class PolicyCommandTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void check_ofAValidFile_namesItsVersion() throws IOException {
        assertThat(run("check", file(StandardPolicy.document()))).isZero();
        assertThat(text(out)).endsWith("policy.json is valid: version standard-2\n");
    }

    @Test
    void check_ofAnInvalidFile_namesAllMistakes() throws IOException {
        String invalid = StandardPolicy.document()
                .replace("0.9", "1.9")
                .replaceFirst("\"neighbors\": \\d+", "\"neighbors\": 101")
                .replaceFirst("\"neighborCount\": \\d+", "\"neighborCount\": 101");

        assertThat(run("check", file(invalid))).isEqualTo(1);
        assertThat(text(out)).isEqualTo("""
                /annotations/duplicateText: expected a number in 0..1, got 1.9
                /annotations/neighborCount: expected an integer in 1..100, got 101
                /dots/neighbors: expected an integer in 1..100, got 101
                """);
        assertThat(text(err)).contains("is not valid");
    }

    @Test
    void check_asJson_isReadByMachines() throws IOException {
        assertThat(run("check", "--json", file("{}"))).isEqualTo(1);
        assertThat(text(out)).startsWith("{\n  \"valid\" : false,").contains("\"pointer\" : \"/annotations\"");
    }

    @Test
    void diff_betweenFiles_saysChangesAndShares() throws IOException {
        String changed = StandardPolicy.document()
                .replace("standard-2", "more-text")
                .replaceFirst("(?s)(\"lens\": .*?\"weight\": )2.0", "$19.0")
                .replace("\"apple\"", "\"soup\"");

        assertThat(run("diff", "standard", file(changed))).isEqualTo(1);
        assertThat(text(out)).isEqualTo("""
                standard-2 -> more-text
                    mixes.lens.image-search.weight: 2.0 -> 9.0
                  - categories.food.objectCategories: apple
                  + categories.food.objectCategories: soup
                shares of an answer whose sources are all triggered with a confidence of 1:
                  lens: visual-search 44 % -> 25 %, object-search 33 % -> 19 %, image-search 22 % -> 56 %
                """);
    }

    @Test
    void diff_asJson_hasPlacesAndShares() throws IOException {
        String changed = StandardPolicy.document()
                .replace("standard-2", "more-text")
                .replaceFirst("(?s)(\"lens\": .*?\"weight\": )2.0", "$19.0");

        assertThat(run("diff", "--json", "standard", file(changed))).isEqualTo(1);
        assertThat(new ObjectMapper().readTree(text(out)).at("/changes"))
                .hasToString("[{\"path\":\"mixes.lens.image-search.weight\",\"before\":\"2.0\",\"after\":\"9.0\"}]");
        assertThat(new ObjectMapper().readTree(text(out)).at("/shares/2/after").asDouble())
                .isEqualTo(9 / 16.0);
    }

    @Test
    void diff_withoutADifference_isZero() throws IOException {
        assertThat(run("diff", "standard", "standard")).isZero();
        assertThat(text(out)).isEqualTo("standard-2 -> standard-2\n  no difference\n");
    }

    @Test
    void diff_withAnInvalidFile_fails() throws IOException {
        assertThat(run("diff", "standard", file("{}"))).isEqualTo(1);
        assertThat(text(err))
                .contains("policy.json: the policy is not valid:\n  /annotations: expected a value, got none");
    }

    @Test
    void show_standardAndSchema_printTheDocuments() {
        assertThat(run("show", "standard")).isZero();
        assertThat(text(out)).isEqualTo(StandardPolicy.document());
        out.reset();
        assertThat(run("show", "--schema")).isZero();
        assertThat(text(out)).isEqualTo(PolicyDocument.schema());
    }

    @Test
    void policy_withoutASubcommand_isAWrongCommandLine() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("check")).isEqualTo(2);
    }

    private int run(String... arguments) {
        String[] line = new String[arguments.length + 1];
        line[0] = "policy";
        System.arraycopy(arguments, 0, line, 1, arguments.length);
        Console console = new Console(stream(out), stream(err), false);
        return SightlineCommand.commandLine(console).execute(line);
    }

    private String file(String document) throws IOException {
        return Files.writeString(folder.resolve("policy.json"), document).toString();
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
