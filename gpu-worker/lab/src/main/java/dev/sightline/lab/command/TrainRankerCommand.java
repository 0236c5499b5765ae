package dev.sightline.lab.command;

import dev.sightline.lab.engagement.ExportedLog;
import dev.sightline.lab.ranker.BiasHandling;
import dev.sightline.lab.ranker.RankerChoice;
import dev.sightline.lab.ranker.RankerReport;
import dev.sightline.lab.ranker.TrainingPairs;
import dev.sightline.lab.report.Provenance;
import dev.sightline.lab.report.Report;
import dev.sightline.ranking.RankerDocument;
import dev.sightline.ranking.RankingModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "train-ranker",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Learns from an engagement log how to order Related Pins, and writes the ranker as a document.",
            "The report says how often it orders results of unseen users rightly.",
            "Boosted trees are written instead of the linear ranker only if they are better by more than chance."
        })
final class TrainRankerCommand implements Callable<Integer> {

    private static final int COLUMNS = 120;

    private final LabConsole console;
    private final Clock clock = LabWiring.clock();

    @Mixin
    private LogOptions options;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "where the ranker is written")
    private Path out = Path.of("");

    @Option(
            names = "--version-name",
            paramLabel = "NAME",
            defaultValue = "ranker-1",
            description = "the ranker's version: a-z, 0-9, dots and dashes (default: ${DEFAULT-VALUE})")
    private String version = "";

    @Option(
            names = "--answers",
            paramLabel = "HOW",
            defaultValue = "AUTO",
            description = {
                "against position bias: RANDOMIZED answers only, or all of them WEIGHTED by inverse propensity;",
                "AUTO takes the first if that gives " + TrainingPairs.ENOUGH + " pairs (default)"
            })
    private BiasHandling handling = BiasHandling.AUTO;

    @Option(
            names = "--shuffle-features",
            description = "deal the features out anew before training: a control that must learn nothing")
    private boolean shuffle;

    @Option(
            names = "--report",
            paramLabel = "DIR",
            defaultValue = "${env:SIGHTLINE_STATE:-.sightline}/train-ranker",
            description = "where the report is written (default: .sightline/train-ranker)")
    private Path report = Path.of("");

    TrainRankerCommand(LabConsole console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Instant began = clock.instant();
        ExportedLog log = options.log();
        TrainingPairs pairs = TrainingPairs.of(log, handling);
        TrainingPairs learned = shuffle ? pairs.shuffled(options.seed()) : pairs;
        RankerChoice choice = RankerChoice.of(learned, options.seed(), console::progress);
        RankingModel model = choice.chosen().train(learned.pairs(), version);
        write(model);
        Provenance provenance =
                options.provenance(log, new Provenance.Times(began, Duration.between(began, clock.instant())));
        publish(new Report(
                shuffle ? "Ranker of shuffled features" : "Ranker",
                provenance,
                List.of(new RankerReport(learned, choice, model).toSection())));
        console.note("written: %s, version %s".formatted(out, model.version()));
        return 0;
    }

    private void write(RankingModel model) {
        try {
            Files.createDirectories(out.toAbsolutePath().getParent());
            Files.writeString(out, RankerDocument.write(model));
        } catch (IOException e) {
            throw new UncheckedIOException("expected to write %s: %s".formatted(out, e.getMessage()), e);
        }
    }

    private void publish(Report written) {
        new ReportFolder(report).write(written);
        new ReportPrinter(console, COLUMNS).print(written, options.json());
        console.note("Report: " + report.resolve("index.html"));
    }
}
