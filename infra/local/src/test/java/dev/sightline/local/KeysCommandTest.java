package dev.sightline.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.local.terminal.Console;
import dev.sightline.visual.AccessKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys in a file, as an operator types it. */
class KeysCommandTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final ByteArrayOutputStream noted = new ByteArrayOutputStream();

    @Test
    void key_fromIssueToRevocation_isPrintedOnce() throws IOException {
        assertThat(run("issue", "--name", "shop", "--role", "write", "--collection", "spring", "--days", "90"))
                .isZero();
        AccessKey key = AccessKey.parse(printed().strip()).orElseThrow();
        assertThat(noted()).contains(key.id(), "shop", "write").doesNotContain(key.text());

        assertThat(run("list")).isZero();
        assertThat(printed()).contains(key.id(), "write", "spring", "in force").doesNotContain(secret(key));

        assertThat(run("rotate", key.id(), "--grace", "5")).isZero();
        AccessKey next = AccessKey.parse(printed().strip()).orElseThrow();

        assertThat(run("revoke", next.id())).isZero();
        assertThat(run("list", "--json")).isZero();
        assertThat(printed()).contains("\"revoked\"", next.id()).doesNotContain(secret(key), next.secretHash());
        assertThat(Files.readString(file())).doesNotContain(secret(key), secret(next));
    }

    @ParameterizedTest
    @ValueSource(strings = {"root", "READ", ""})
    void issue_ofAnUnknownRole_isAWrongCommandLine(String role) {
        assertThat(run("issue", "--name", "shop", "--role", role)).isEqualTo(2);
    }

    @Test
    void issue_withoutANameOrRole_isAWrongCommandLine() {
        assertThat(run("issue", "--role", "read")).isEqualTo(2);
        assertThat(run("issue", "--name", "shop")).isEqualTo(2);
        assertThat(run("rotate", "0123456789abcdef", "--grace", "-1")).isEqualTo(2);
    }

    @Test
    void revoke_ofAnUnknownKey_fails() {
        assertThat(run("revoke", "0123456789abcdef")).isEqualTo(1);
        assertThat(noted()).contains("0123456789abcdef");
    }

    private Path file() {
        return folder.resolve("keys.json");
    }

    private static String secret(AccessKey key) {
        return key.text().substring(key.text().lastIndexOf(key.id()) + key.id().length());
    }

    private int run(String command, String... arguments) {
        printed.reset();
        noted.reset();
        Console console = new Console(new PrintStream(printed), new PrintStream(noted), false);
        String[] line = new String[arguments.length + 4];
        line[0] = "keys";
        line[1] = command;
        System.arraycopy(arguments, 0, line, 2, arguments.length);
        line[line.length - 2] = "--file";
        line[line.length - 1] = file().toString();
        return SightlineCommand.commandLine(console).execute(line);
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private String noted() {
        return noted.toString(StandardCharsets.UTF_8);
    }
}
