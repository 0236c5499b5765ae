package dev.sightline.local;

import dev.sightline.index.IndexGeneration;
import dev.sightline.index.IndexNames;
import dev.sightline.index.OpenSearchAuth;
import dev.sightline.index.OpenSearchConnection;
import dev.sightline.index.OpenSearchIndexProbe;
import dev.sightline.index.OpenSearchSettings;
import dev.sightline.index.OpenSearchVisualSearcher;
import dev.sightline.index.SearchView;
import dev.sightline.lab.search.CheckedRecall;
import dev.sightline.lab.search.RecallCheck;
import dev.sightline.local.ask.RecallVerdict;
import dev.sightline.local.system.LocalSystem;
import dev.sightline.local.system.Places;
import dev.sightline.local.system.RunningSystem;
import dev.sightline.local.terminal.Console;
import dev.sightline.local.terminal.LauncherException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "verify-recall",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Asks the index for images like a sample of its own, as queries do, and compares the answers with an exact scan.",
            "Exit code 0 if the recall@10 is at least --min, 1 otherwise."
        })
final class VerifyRecallCommand implements Callable<Integer> {

    private static final int MOST = 10_000;

    private final Console console;

    @Spec
    private CommandSpec command;

    @Option(
            names = "--sample",
            defaultValue = "200",
            paramLabel = "N",
            description = "images to ask for, 1 to 10000 (default: ${DEFAULT-VALUE})")
    private int sample;

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "N",
            description = "chooses the sample: same index and seed, same numbers (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(
            names = "--min",
            defaultValue = "0.97",
            paramLabel = "SHARE",
            description = "the least recall@10 that is good enough, 0 to 1 (default: ${DEFAULT-VALUE})")
    private double min;

    @Option(
            names = "--oversample",
            defaultValue = "10",
            paramLabel = "N",
            description = "candidates per result, as the blender is set (default: ${DEFAULT-VALUE})")
    private int oversample;

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    VerifyRecallCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        require(sample >= 1 && sample <= MOST, "--sample: expected 1 to %d, got %d".formatted(MOST, sample));
        require(min >= 0 && min <= 1, "--min: expected 0 to 1, got " + min);
        require(oversample >= 1, "--oversample: expected at least 1, got " + oversample);
        RunningSystem system = new LocalSystem(Places.fromEnvironment(System.getenv()), console).requireRunning();
        var verdict = new RecallVerdict(check(system), min);
        if (json) {
            console.print(verdict.json().toPrettyString());
        } else {
            verdict.lines().forEach(console::print);
        }
        return verdict.isGoodEnough() ? 0 : 1;
    }

    private CheckedRecall check(RunningSystem system) {
        console.progress("comparing answers with an exact scan");
        var settings = new OpenSearchSettings(system.searchEndpoint(), OpenSearchAuth.NONE);
        try (OpenSearchConnection connection = OpenSearchConnection.open(settings)) {
            IndexNames names = IndexNames.standard();
            SearchView view = new OpenSearchVisualSearcher(connection, names).open();
            IndexGeneration generation =
                    view.generation().orElseThrow(() -> new LauncherException("nothing is indexed yet"));
            var probe = new OpenSearchIndexProbe(connection, names, generation);
            return new RecallCheck(view, probe, oversample).check(sample, seed);
        }
    }

    private void require(boolean right, String message) {
        if (!right) {
            throw new ParameterException(command.commandLine(), message);
        }
    }
}
