package dev.sightline.lab.command;

import dev.sightline.lab.cosave.CoSaveMeasurement;
import dev.sightline.lab.report.Machine;
import dev.sightline.lab.report.Provenance;
import dev.sightline.lab.report.Report;
import dev.sightline.lab.report.Section;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "measure-co-save",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Compares ways to find what is saved together, on seeded boards.")
final class MeasureCoSaveCommand implements Callable<Integer> {

    private static final int COLUMNS = 120;

    private final LabConsole console;
    private final Clock clock = LabWiring.clock();

    @Option(
            names = "--images",
            paramLabel = "N",
            defaultValue = "20000",
            description = "images (default: ${DEFAULT-VALUE})")
    private int images;

    @Option(
            names = "--boards",
            paramLabel = "N",
            defaultValue = "10000",
            description = "boards (default: ${DEFAULT-VALUE})")
    private int boards;

    @Option(
            names = "--queries",
            paramLabel = "N",
            defaultValue = "2000",
            description = "boards that an image is taken off (default: ${DEFAULT-VALUE})")
    private int queries;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "decides all random choices (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    MeasureCoSaveCommand(LabConsole console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Instant began = clock.instant();
        Section section = new CoSaveMeasurement(images, boards, queries, seed, System::nanoTime).toSection();
        var provenance = new Provenance(
                List.of(),
                List.of(),
                seed,
                Machine.here(),
                new Provenance.Times(began, Duration.between(began, clock.instant())));
        new ReportPrinter(console, COLUMNS).print(new Report("Co-saves", provenance, List.of(section)), json);
        return 0;
    }
}
