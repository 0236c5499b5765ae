package dev.sightline.lab.command;

import dev.sightline.events.EngagementKind;
import dev.sightline.lab.engagement.ExportedLog;
import dev.sightline.lab.replay.Contender;
import dev.sightline.lab.replay.Replay;
import dev.sightline.lab.replay.ReplayReport;
import dev.sightline.lab.report.Machine;
import dev.sightline.lab.report.Provenance;
import dev.sightline.lab.report.Report;
import dev.sightline.ranking.RankerDocument;
import dev.sightline.visual.ImageSignature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Estimates what a ranker would have earned, from answers of an exported log whose order was drawn at random (P11).",
            "A log without such answers, or with too few, is refused."
        })
final class ReplayCommand implements Callable<Integer> {

    private static final int COLUMNS = 160;

    private final LabConsole console;
    private final Clock clock = LabWiring.clock();

    @Spec
    private CommandSpec command;

    @Parameters(paramLabel = "LOG", description = "folder of an exported log")
    private Path log;

    @Option(
            names = "--ranker",
            paramLabel = "FILE",
            description = "a ranker's document; may be given several times (default: the mixed order alone)")
    private List<Path> rankers = List.of();

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            defaultValue = "save",
            description = "the action that counts (default: ${DEFAULT-VALUE})")
    private String kind;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "of the intervals (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(
            names = "--report",
            paramLabel = "DIR",
            defaultValue = "${env:SIGHTLINE_STATE:-.sightline}/replay",
            description = "where the report is written (default: .sightline/replay)")
    private Path report;

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    ReplayCommand(LabConsole console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Instant began = clock.instant();
        EngagementKind counted = EngagementKind.ofSlug(kind)
                .orElseThrow(() -> new ParameterException(
                        command.commandLine(), "--kind: expected a kind of event, got '%s'".formatted(kind)));
        ExportedLog exported = ExportedLog.read(log);
        Replay replay = Replay.of(exported.answers(), exported.events(), counted, seed);
        List<Contender> contenders = rankers.stream()
                .map(file -> Contender.ranker(RankerDocument.read(text(file))))
                .toList();
        var provenance = new Provenance(
                List.of(new Provenance.DataSet(
                        log.toString(),
                        "%d answers, %d events"
                                .formatted(
                                        exported.answers().size(),
                                        exported.events().size()),
                        sha256())),
                rankers.stream().map(ReplayCommand::model).toList(),
                seed,
                Machine.here(),
                new Provenance.Times(began, Duration.between(began, clock.instant())));
        publish(new Report("Replay", provenance, List.of(new ReplayReport(replay, contenders).section())));
        return 0;
    }

    private String sha256() {
        String both = text(log.resolve(ExportedLog.ANSWERS)) + text(log.resolve(ExportedLog.EVENTS));
        return hash(both);
    }

    private static Provenance.Model model(Path file) {
        String document = text(file);
        return new Provenance.Model("ranker", RankerDocument.read(document).version(), "1", hash(document));
    }

    private static String hash(String text) {
        return ImageSignature.of(text.getBytes(StandardCharsets.UTF_8)).hex();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("expected a readable file, got " + file, e);
        }
    }

    private void publish(Report written) {
        new ReportFolder(report).write(written);
        new ReportPrinter(console, COLUMNS).print(written, json);
        console.note("Report: " + report.resolve("index.html"));
    }
}
