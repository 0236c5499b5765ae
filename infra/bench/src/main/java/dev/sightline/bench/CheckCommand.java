package dev.sightline.bench;

import dev.sightline.bench.figures.BenchFolder;
import dev.sightline.bench.figures.RunComparison;
import dev.sightline.bench.figures.RunComparison.Fall;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Exit code 1 if something fell, and also if there is nothing to compare: a check that looked at nothing has not passed. */
@Command(
        name = "check",
        description = "Names what fell between the stored data and another run's by more than its noise.")
final class CheckCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--stored", required = true, paramLabel = "DIR")
    private Path stored;

    @Option(names = "--out", required = true, paramLabel = "DIR")
    private Path out;

    @Override
    public Integer call() {
        RunComparison comparison = new RunComparison(new BenchFolder(stored), new BenchFolder(out));
        int compared = comparison.compared();
        if (compared == 0) {
            throw new SightlineException(
                    ErrorCode.INVALID_REQUEST,
                    "expected steps that are both in %s and in %s, got none".formatted(stored, out));
        }
        List<Fall> falls = comparison.falls();
        PrintWriter terminal = spec.commandLine().getOut();
        falls.forEach(fall -> terminal.printf("fell: %s %s: %s%n", fall.step(), fall.figure(), fall.text()));
        terminal.printf("%d ratios compared, %d fell%n", compared, falls.size());
        return falls.isEmpty() ? 0 : 1;
    }
}
