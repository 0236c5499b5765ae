package dev.sightline.lab.command;

import dev.sightline.lab.engagement.ExportedLog;
import dev.sightline.lab.report.Machine;
import dev.sightline.lab.report.Provenance;
import dev.sightline.visual.ImageSignature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What all commands that read an exported engagement log take. */
final class LogOptions {

    @Parameters(paramLabel = "DIR", description = "folder of an exported log: ./sightline engagement export DIR")
    private Path folder = Path.of("");

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "decides all random choices: same seed, same numbers (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    ExportedLog log() {
        return ExportedLog.read(folder);
    }

    long seed() {
        return seed;
    }

    boolean json() {
        return json;
    }

    Provenance provenance(ExportedLog log, Provenance.Times times) {
        String contents = "%d answers, %d events"
                .formatted(log.answers().size(), log.events().size());
        return new Provenance(
                List.of(new Provenance.DataSet("engagement log", contents, sha256())),
                List.of(),
                seed,
                Machine.here(),
                times);
    }

    private String sha256() {
        try {
            String both = hash(ExportedLog.ANSWERS) + hash(ExportedLog.EVENTS);
            return ImageSignature.of(both.getBytes(StandardCharsets.UTF_8)).hex();
        } catch (IOException e) {
            throw new UncheckedIOException("reading the log in " + folder, e);
        }
    }

    private String hash(String file) throws IOException {
        return ImageSignature.of(Files.readAllBytes(folder.resolve(file))).hex();
    }
}
