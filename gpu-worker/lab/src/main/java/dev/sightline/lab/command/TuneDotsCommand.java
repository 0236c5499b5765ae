package dev.sightline.lab.command;

import dev.sightline.lab.objects.TunedDots;
import dev.sightline.lab.report.Machine;
import dev.sightline.lab.report.Provenance;
import dev.sightline.lab.report.Report;
import dev.sightline.policy.BlenderPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "tune-dots",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Chooses which detected objects become dots, on pictures with known boxes, and writes a policy with that choice.",
            "With --truth DIR holds your own annotated pictures; without it scenes composed of the prepared pictures are used.",
            "Thresholds are chosen on one half of the pictures; the figures say what they are worth on the other."
        })
final class TuneDotsCommand implements Callable<Integer> {

    private static final int COLUMNS = 160;

    private final LabConsole console;
    private final Clock clock = LabWiring.clock();

    @Spec
    private CommandSpec command;

    @Mixin
    private LabOptions options;

    @Option(
            names = "--truth",
            paramLabel = "FILE",
            description =
                    "COCO file with the boxes of the pictures, named by their paths below DIR, or below the file's folder")
    private @Nullable Path truth;

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description = "the policy whose dots are replaced (default: the standard policy)")
    private @Nullable Path policy;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            defaultValue = "${env:SIGHTLINE_STATE:-.sightline}/tuned-policy.json",
            description = "where the policy is written (default: .sightline/tuned-policy.json)")
    private Path out;

    @Option(
            names = "--report",
            paramLabel = "DIR",
            defaultValue = "${env:SIGHTLINE_STATE:-.sightline}/tune-dots",
            description = "where the report is written (default: .sightline/tune-dots)")
    private Path report;

    @Option(
            names = "--embedder",
            paramLabel = "NAME",
            defaultValue = "efficientnet-lite0",
            description = "folder of the embedder below --models (default: ${DEFAULT-VALUE})")
    private String embedder;

    @Option(
            names = "--detector",
            paramLabel = "NAME",
            defaultValue = "nanodet",
            description = "folder of the detector below --models (default: ${DEFAULT-VALUE})")
    private String detector;

    TuneDotsCommand(LabConsole console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Instant began = clock.instant();
        BlenderPolicy before = TunedPolicy.before(existing("--policy", policy));
        DotTuningData data = data();
        console.note("tuning dots on %s ...".formatted(data.described().name()));
        Path models = options.models();
        try (var loaded = new DotTuningModels(models.resolve(embedder), models.resolve(detector))) {
            TunedDots tuned = loaded.tune(data, options.cache(), options.seed());
            var provenance = new Provenance(
                    List.of(data.described()),
                    loaded.described(),
                    options.seed(),
                    Machine.here(),
                    new Provenance.Times(began, Duration.between(began, clock.instant())));
            publish(new Report("Dots", provenance, List.of(tuned.section())));
            TunedPolicy after = TunedPolicy.of(before, tuned.policy());
            after.write(out);
            console.note("written: %s, version %s".formatted(out, after.policy().version()));
        }
        return 0;
    }

    private DotTuningData data() {
        boolean named = command.commandLine().getParseResult().hasMatchedPositional(0);
        Path boxes = existing("--truth", truth);
        if (boxes != null) {
            Path folder = named ? options.corpus() : boxes.toAbsolutePath().resolveSibling("");
            return DotTuningData.annotated(folder, boxes, options.seed());
        }
        if (named) {
            throw wrong("DIR needs --truth: a COCO file with the boxes of its pictures");
        }
        return DotTuningData.composed(options.corpus(), options.cache(), options.seed());
    }

    private @Nullable Path existing(String option, @Nullable Path file) {
        if (file != null && !Files.isRegularFile(file)) {
            throw wrong("%s: expected a file, got %s".formatted(option, file));
        }
        return file;
    }

    private ParameterException wrong(String message) {
        return new ParameterException(command.commandLine(), message);
    }

    private void publish(Report written) {
        new ReportFolder(report).write(written);
        new ReportPrinter(console, COLUMNS).print(written, options.json());
        console.note("Report: " + report.resolve("index.html"));
    }
}
