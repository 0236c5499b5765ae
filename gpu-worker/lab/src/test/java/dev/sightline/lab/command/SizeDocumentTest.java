package dev.sightline.lab.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tables and plots of {@code docs/scale.md} are what the command on that page writes now. */
class SizeDocumentTest {

    private static final Path DOCS = Path.of("../../docs");
    private static final String COMMAND = "./sightline size --images 1000000,";

    @TempDir
    private Path folder;

    @Test
    void document_holdsWhatItsCommandWrites() throws IOException {
        Path copy = folder.resolve("scale.md");
        Files.copy(DOCS.resolve("scale.md"), copy);
        String command = Files.readAllLines(copy).stream()
                .filter(line -> line.startsWith(COMMAND))
                .findFirst()
                .orElseThrow()
                .replace("docs/scale.md", copy.toString())
                .replace("docs/scale", folder.resolve("scale").toString());
        PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream());

        int status = LabProgram.commandLine(new LabConsole(nowhere, nowhere, false))
                .execute(arguments(command, folder.resolve("report")));

        assertThat(status).isZero();
        assertThat(copy).hasSameTextualContentAs(DOCS.resolve("scale.md"));
        List<Path> curves = files(folder.resolve("scale"));
        assertThat(curves).hasSize(15);
        assertThat(files(DOCS.resolve("scale"))).hasSameSizeAs(curves);
        for (Path curve : curves) {
            assertThat(DOCS.resolve("scale").resolve(curve.getFileName().toString()))
                    .hasSameTextualContentAs(curve);
        }
    }

    /** Without the program's name, and with a folder for the report. */
    private static String[] arguments(String command, Path report) {
        return Stream.concat(Stream.of(command.split(" ")).skip(1), Stream.of("--report", report.toString()))
                .toArray(String[]::new);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
