package dev.sightline.local.bench;

import dev.sightline.events.EnvironmentNames;
import dev.sightline.local.system.Foreground;
import dev.sightline.local.system.LocalKey;
import dev.sightline.local.system.LocalSystem;
import dev.sightline.local.system.Places;
import dev.sightline.local.system.PortOwner;
import dev.sightline.local.system.Ports;
import dev.sightline.local.system.Preparation;
import dev.sightline.local.system.RunningSystem;
import dev.sightline.local.system.StartedSystem;
import dev.sightline.local.system.TemporarySearch;
import dev.sightline.local.terminal.Console;
import dev.sightline.local.terminal.LauncherException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A run of the benchmarks: prepares what is missing, runs the steps one after the other, and makes the report of their data.
 *
 * <p>The system that it measures is one of its own, on free ports and without images, so that a run begins as the one before it did.
 */
public final class Bench {

    private final Places places;
    private final Console console;
    private final Extent extent;
    private final List<String> failed = new ArrayList<>();

    /**
     * How much is done.
     *
     * @param out the folder of the data and the report
     * @param quick only to see that it works: no figures to quote
     * @param sizes of the indexes that are searched, in images
     * @param soak how long the load goes on for after its rates; zero: not at all
     */
    public record Extent(Set<BenchStep> steps, Path out, boolean quick, List<Integer> sizes, Duration soak) {
        public Extent {
            steps = Set.copyOf(steps);
            sizes = List.copyOf(sizes);
        }
    }

    /** @param places whose state is the benchmarks' own */
    public Bench(Places places, Console console, Extent extent) {
        this.places = places;
        this.console = console;
        this.extent = extent;
    }

    /** Runs all steps; {@code version} is that of Sightline. */
    public void run(String version) {
        Preparation preparation = new Preparation(places, console);
        preparation.models();
        preparation.corpus();
        java("facts", "--sightline", version, "--out", out());
        if (extent.steps().contains(BenchStep.MICRO)) {
            step(BenchStep.MICRO, () -> java(withQuick("micro", "--out", out())));
        }
        if (extent.steps().contains(BenchStep.SEARCH)) {
            step(BenchStep.SEARCH, this::search);
        }
        if (extent.steps().contains(BenchStep.PIPELINE)) {
            quantize(preparation);
        }
        if (extent.steps().stream().anyMatch(BenchStep::needsSystem)) {
            withSystem(preparation.benchPython());
        }
        java("report", "--out", out());
        requireAll();
    }

    /** Compares with the data of another run. */
    public void check(Path stored) {
        java("check", "--stored", stored.toString(), "--out", out());
    }

    /** The 8-bit variants of the default models, once. */
    private void quantize(Preparation preparation) {
        for (String bundle : List.of("efficientnet-lite0", "nanodet")) {
            if (!Files.isDirectory(preparation.eightBits(bundle))) {
                preparation.quantize(bundle, places.corpus(), Preparation.CALIBRATION_PICTURES);
            }
        }
    }

    private void search() {
        try (TemporarySearch search = TemporarySearch.start(places, console)) {
            java(withQuick(
                    "search",
                    "--models",
                    places.models().toString(),
                    "--images",
                    places.corpus().toString(),
                    "--url",
                    search.endpoint().toString(),
                    "--sizes",
                    extent.quick() ? "1000,2000" : sizes(),
                    "--queries",
                    extent.quick() ? "20" : "100",
                    "--out",
                    out()));
        }
    }

    private String sizes() {
        return extent.sizes().stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private void withSystem(Path python) {
        LocalSystem local = new LocalSystem(places, console);
        try (StartedSystem _ = new StartedSystem(local)) {
            RunningSystem system = local.up(
                    new Ports(PortOwner.anyFree(), PortOwner.anyFree(), PortOwner.anyFree(), PortOwner.anyFree()));
            for (BenchStep step : BenchStep.values()) {
                if (step.needsSystem() && extent.steps().contains(step)) {
                    step(step, () -> python(python, system, step));
                }
            }
        }
    }

    /** A step that fails keeps no other from being measured: the run fails in the end, with the report of the others. */
    private void step(BenchStep step, Runnable work) {
        Instant start = Instant.now();
        try {
            work.run();
            console.done("measured: " + step.slug(), Duration.between(start, Instant.now()));
        } catch (LauncherException failure) {
            console.note("sightline: %s was not measured: %s".formatted(step.slug(), failure.getMessage()));
            failed.add(step.slug());
        }
    }

    private void requireAll() {
        if (!failed.isEmpty()) {
            throw new LauncherException("these steps were not measured: %s; the report has the others"
                    .formatted(String.join(", ", failed)));
        }
    }

    private void python(Path python, RunningSystem system, BenchStep step) {
        List<String> command =
                new ArrayList<>(List.of(python.toString(), "-m", "sightline_bench", step.slug(), "--out", out()));
        if (extent.quick()) {
            command.add("--quick");
        }
        if (step == BenchStep.LOAD && !extent.soak().isZero()) {
            command.addAll(List.of("--soak", Long.toString(extent.soak().toSeconds())));
        }
        Foreground.run(console, places.root().resolve("infra/local/bench"), environment(system), command);
    }

    /** As {@code sightline_bench.system} reads it. */
    private Map<String, String> environment(RunningSystem system) {
        Map<String, String> environment = new TreeMap<>();
        environment.put("SIGHTLINE_ROOT", places.root().toString());
        environment.put("SIGHTLINE_STATE", places.state().toString());
        environment.put(EnvironmentNames.MODELS, places.models().toString());
        environment.put("SIGHTLINE_CORPUS", places.corpus().toString());
        environment.put("SIGHTLINE_API_KEY", LocalKey.require(places.state()).text());
        environment.put("SIGHTLINE_BENCH_API", system.api().toString());
        environment.put("SIGHTLINE_BENCH_WORKER", system.workerEndpoint().toString());
        environment.put("SIGHTLINE_BENCH_AWS", system.awsEndpoint().toString());
        environment.put("SIGHTLINE_BENCH_SEARCH", system.searchEndpoint().toString());
        return environment;
    }

    private String[] withQuick(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        if (extent.quick()) {
            all.add("--quick");
        }
        return all.toArray(String[]::new);
    }

    private String out() {
        return extent.out().toString();
    }

    /** The program of infra/bench: it measures, so it gets all compilers. */
    private void java(String... arguments) {
        Path target = places.root().resolve("infra/bench/target");
        List<String> command = new ArrayList<>(List.of(
                places.java().toString(),
                "-Xmx6g",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.awt.headless=true",
                // The blender's libraries complain without it.
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-cp",
                "%1$s/classes:%1$s/lib/*".formatted(target),
                "dev.sightline.bench.BenchProgram"));
        command.addAll(List.of(arguments));
        Foreground.run(console, places.root(), Map.of(), command);
    }
}
