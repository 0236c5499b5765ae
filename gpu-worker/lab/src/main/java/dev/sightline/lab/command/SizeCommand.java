package dev.sightline.lab.command;

import dev.sightline.lab.burst.BurstReport;
import dev.sightline.lab.burst.Scenarios;
import dev.sightline.lab.report.DocumentPart;
import dev.sightline.lab.report.Machine;
import dev.sightline.lab.report.MarkdownReport;
import dev.sightline.lab.report.Provenance;
import dev.sightline.lab.report.Report;
import dev.sightline.lab.report.Section;
import dev.sightline.lab.report.SvgCurves;
import dev.sightline.lab.scale.Figure;
import dev.sightline.lab.scale.Price;
import dev.sightline.lab.scale.QuantityTable;
import dev.sightline.lab.scale.SizingReport;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
        name = "size",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Computes memory, disk, nodes, workers and costs of a deployment, and simulates bursts of uploads. Nothing is started or asked.",
            "Prices are examples: edit a copy of gpu-worker/lab/src/main/resources/dev/sightline/lab/scale/prices.json."
        })
final class SizeCommand implements Callable<Integer> {

    private static final int COLUMNS = 160;

    private final LabConsole console;
    private final Clock clock = LabWiring.clock();

    @Spec
    private CommandSpec command;

    @Mixin
    private SizeOptions sizes;

    @Option(
            names = "--burst",
            paramLabel = "N",
            split = ",",
            description = "simulated bursts of so many images each (default: 10 k, 100 k, 1 M, 10 M and 100 M)")
    private List<Long> bursts = List.of(10_000L, 100_000L, 1_000_000L, 10_000_000L, 100_000_000L);

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "decides which spot instances are lost: same seed, same numbers (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(
            names = "--report",
            paramLabel = "DIR",
            defaultValue = "${env:SIGHTLINE_STATE:-.sightline}/size",
            description = "where the report is written (default: .sightline/size)")
    private Path report;

    @Option(names = "--curves", paramLabel = "DIR", description = "write the plots of the bursts there too, as SVG")
    private @Nullable Path curves;

    @Option(
            names = "--document",
            paramLabel = "FILE",
            description = "write the tables into that Markdown file too, between its lines begin and end")
    private @Nullable Path document;

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    SizeCommand(LabConsole console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Instant began = clock.instant();
        if (bursts.stream().anyMatch(images -> images < 1)) {
            throw new ParameterException(command.commandLine(), "--burst: expected at least 1 image, got " + bursts);
        }
        QuantityTable<Figure> figures = sizes.figures();
        QuantityTable<Price> prices = sizes.prices();
        var sizing = new SizingReport(sizes.workloads(figures), figures, prices);
        Section simulated = BurstReport.of(new Scenarios(figures, prices, sizes.firstQueries(), seed), bursts)
                .section();
        List<Section> sections = new ArrayList<>(sizing.sections());
        sections.add(simulated);
        sections.add(sizing.inputs());
        if (curves != null) {
            SvgCurves.write(simulated, curves);
        }
        if (document != null) {
            new DocumentPart(document).write(new MarkdownReport().text(sections));
        }
        var times = new Provenance.Times(began, Duration.between(began, clock.instant()));
        publish(new Report(
                "Size and costs", new Provenance(List.of(), List.of(), seed, Machine.here(), times), sections));
        return 0;
    }

    private void publish(Report written) {
        new ReportFolder(report).write(written);
        new ReportPrinter(console, COLUMNS).print(written, json);
        console.note("Report: " + report.resolve("index.html"));
    }
}
