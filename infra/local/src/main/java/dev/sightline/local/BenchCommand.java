package dev.sightline.local;

import dev.sightline.events.BuildVersion;
import dev.sightline.local.bench.Bench;
import dev.sightline.local.bench.BenchStep;
import dev.sightline.local.system.Places;
import dev.sightline.local.terminal.Console;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = {
            "Measures how fast each part is beside a limit or a peer in the same run, and writes data, plots and a report.",
            "About 25 minutes on two cores; nothing else should run meanwhile. Starts a system of its own on free ports, and stops it at the end.",
            "Steps: micro, search, pipeline, peers, functions, load."
        })
final class BenchCommand implements Callable<Integer> {

    private final Console console;

    @Option(names = "--quick", description = "small settings, only to see that it works: no figures to quote")
    private boolean quick;

    @Option(names = "--only", split = ",", paramLabel = "STEP", description = "these steps (default: all)")
    private List<String> only = List.of();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "folder of data and report (default: docs/benchmarks for a whole run, else one in the state folder)")
    private @Nullable Path out;

    @Option(
            names = "--check",
            description =
                    "compare with docs/benchmarks: exit code 1, and a line for each ratio that fell by more than its noise")
    private boolean check;

    @Option(
            names = "--sizes",
            split = ",",
            paramLabel = "N",
            defaultValue = "10000,30000",
            description =
                    "sizes of the indexes of the step search, in images (default: ${DEFAULT-VALUE}; 100000 takes minutes more)")
    private List<Integer> sizes;

    @Option(
            names = "--soak",
            paramLabel = "TIME",
            defaultValue = "0s",
            converter = DurationConverter.class,
            description = "go on with uploads and questions for so long after the rates of load, for example 30m")
    private Duration soak;

    BenchCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Places places = Places.fromEnvironment(System.getenv());
        Path stored = places.root().resolve("docs/benchmarks");
        Places own = places.withState(places.state().resolve("bench"));
        Set<BenchStep> steps = BenchStep.named(only);
        Bench bench = new Bench(own, console, new Bench.Extent(steps, folder(own, stored), quick, sizes, soak));
        bench.run(BuildVersion.of(BenchCommand.class).text());
        if (check) {
            bench.check(stored);
        }
        return 0;
    }

    private Path folder(Places own, Path stored) {
        if (out != null) {
            return out.toAbsolutePath();
        }
        // The stored report is of one run: a part of another would stand under the wrong facts.
        boolean whole = only.isEmpty() && !quick && !check;
        return whole ? stored : own.state().resolve("data");
    }
}
