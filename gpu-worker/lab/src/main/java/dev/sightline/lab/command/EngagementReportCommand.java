package dev.sightline.lab.command;

import dev.sightline.lab.engagement.EngagementReport;
import dev.sightline.lab.engagement.ExportedLog;
import dev.sightline.lab.report.Provenance;
import dev.sightline.lab.report.Report;
import dev.sightline.lab.report.Section;
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
        name = "engagement-report",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Says what users did with the results of each variant: save propensity, click rates, lift.")
final class EngagementReportCommand implements Callable<Integer> {

    private static final int COLUMNS = 140;

    private final LabConsole console;
    private final Clock clock = LabWiring.clock();

    @Mixin
    private LogOptions options;

    @Option(
            names = "--baseline",
            paramLabel = "VARIANT",
            defaultValue = "standard",
            description = "the variant that the others are compared with (default: ${DEFAULT-VALUE})")
    private String baseline = "";

    @Option(
            names = "--report",
            paramLabel = "DIR",
            defaultValue = "${env:SIGHTLINE_STATE:-.sightline}/engagement-report",
            description = "where the report is written (default: .sightline/engagement-report)")
    private Path report = Path.of("");

    EngagementReportCommand(LabConsole console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Instant began = clock.instant();
        ExportedLog log = options.log();
        Section section = new EngagementReport(log, baseline, options.seed()).toSection();
        Provenance provenance =
                options.provenance(log, new Provenance.Times(began, Duration.between(began, clock.instant())));
        var written = new Report("Engagement", provenance, List.of(section));
        new ReportFolder(report).write(written);
        new ReportPrinter(console, COLUMNS).print(written, options.json());
        console.note("Report: " + report.resolve("index.html"));
        return 0;
    }
}
