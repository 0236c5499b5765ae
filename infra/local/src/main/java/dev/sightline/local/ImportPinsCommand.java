package dev.sightline.local;

import dev.sightline.events.OutputNames;
import dev.sightline.local.pins.ImportProgress;
import dev.sightline.local.pins.ImportView;
import dev.sightline.local.pins.PinFile;
import dev.sightline.local.pins.PinImport;
import dev.sightline.local.site.Site;
import dev.sightline.local.site.SiteOptions;
import dev.sightline.local.system.Places;
import dev.sightline.local.terminal.Console;
import dev.sightline.local.terminal.Interruption;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "import-pins",
        mixinStandardHelpOptions = true,
        description = {
            "Saves images to boards: one pin for each line of a file.",
            "Fields: image (S3 key or signature), board (a name; made if there is none),",
            "and optionally title, description, link, savedAt (ISO 8601).",
            "Importing a line again changes nothing. A run that was stopped goes on.",
            "Exit code 4 if lines were refused; the report says why."
        })
final class ImportPinsCommand implements Callable<Integer> {

    private static final int SOME_REFUSED = 4;

    private final Console console;

    @Mixin
    private SiteOptions site = new SiteOptions();

    @Parameters(paramLabel = "FILE", description = "JSON lines, or CSV with a header line if its name ends in .csv")
    private Path file = Path.of("");

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "where refused lines are written to (default: beside the file, NAME.refused.txt)")
    private @Nullable Path report;

    @Option(names = "--restart", description = "begin at the first line, not where the last run ended")
    private boolean restart;

    ImportPinsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        PinFile pins = new PinFile(file);
        Clock clock = Clock.systemUTC();
        try (Site opened = site.open(console);
                Interruption interruption = Interruption.listen()) {
            Path state = Places.fromEnvironment(System.getenv()).state();
            Path place = ImportView.place(state, opened.output(OutputNames.CATALOGUE_BUCKET), pins);
            ImportView view = new ImportView(console, clock, place, reportFile());
            PinImport run = new PinImport(opened.pins(), opened.boards(), opened.registry(), clock);
            ImportProgress reached = run.run(pins, view.begin(pins, restart), interruption::requested, view);
            view.end(reached);
            return exitCode(reached, view.finished(reached));
        }
    }

    private Path reportFile() {
        return report != null ? report : file.resolveSibling(file.getFileName() + ".refused.txt");
    }

    private static int exitCode(ImportProgress reached, boolean finished) {
        if (!finished) {
            return 1;
        }
        return reached.failed() > 0 ? SOME_REFUSED : 0;
    }
}
