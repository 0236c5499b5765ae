package dev.sightline.local;

import dev.sightline.events.EnvironmentNames;
import dev.sightline.local.system.LabProcess;
import dev.sightline.local.system.LocalSystem;
import dev.sightline.local.system.Places;
import dev.sightline.local.system.Preparation;
import dev.sightline.local.system.TemporarySearch;
import dev.sightline.local.terminal.Console;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** A command of the lab: prepares what it needs, and passes all arguments on to the lab's own command line. */
@Command
final class LabCommand implements Callable<Integer> {

    private static final String EVALUATE = "evaluate";
    private static final String TUNE_DOTS = "tune-dots";
    private static final String TRAIN_RANKER = "train-ranker";
    private static final String REPLAY = "replay";
    private static final String SIMULATE = "simulate";
    private static final String SIZE = "size";
    private static final String API = "--api";

    private final Console console;
    private final String name;

    @Parameters(arity = "0..*", paramLabel = "ARG", description = "see: ./sightline COMMAND --help")
    private List<String> arguments = List.of();

    private LabCommand(Console console, String name) {
        this.console = console;
        this.name = name;
    }

    /** Adds the lab's commands to the launcher's. */
    static void addTo(CommandLine launcher, Console console) {
        add(launcher, console, "calibrate", "Fits the thresholds that turn features into bits to a sample of images.");
        add(
                launcher,
                console,
                TUNE_DOTS,
                "Chooses which detected objects become dots, on pictures with known boxes: a policy.");
        add(launcher, console, EVALUATE, "Measures features, detection and search on labelled images: a report.");
        add(
                launcher,
                console,
                TRAIN_RANKER,
                "Learns from an exported engagement log how to order Related Pins: a ranker.");
        add(launcher, console, REPLAY, "Estimates from an exported engagement log what a ranker would have earned.");
        add(launcher, console, SIMULATE, "Lets users that do not exist ask the running system, and act.");
        add(launcher, console, SIZE, "Computes what a deployment needs and costs, and simulates bursts of uploads.");
    }

    private static void add(CommandLine launcher, Console console, String name, String description) {
        CommandLine line = new CommandLine(new LabCommand(console, name)).setUnmatchedOptionsArePositionalParams(true);
        line.getCommandSpec().usageMessage().description(description);
        launcher.addSubcommand(name, line);
    }

    @Override
    public Integer call() {
        Places places = Places.fromEnvironment(System.getenv());
        if (!asksForHelp() && !readsLog() && !name.equals(SIZE)) {
            prepare(new Preparation(places, console));
        }
        if (!needsSearch()) {
            return new LabProcess(places).run(name, completed(places));
        }
        try (TemporarySearch search = TemporarySearch.start(places, console)) {
            Map<String, String> environment =
                    Map.of(EnvironmentNames.OPENSEARCH_URL, search.endpoint().toString());
            return new LabProcess(places).run(name, arguments, environment);
        }
    }

    /** Simulated users ask the system that runs, unless another one is named. */
    private List<String> completed(Places places) {
        if (!name.equals(SIMULATE) || asksForHelp() || arguments.contains(API)) {
            return arguments;
        }
        URI api = new LocalSystem(places, console).requireRunning().api();
        return Stream.concat(arguments.stream(), Stream.of(API, api.toString())).toList();
    }

    private void prepare(Preparation preparation) {
        if (!name.equals(SIMULATE)) {
            preparation.allModels();
        }
        if (!namesFolder()) {
            preparation.corpus();
        }
        if (name.equals(EVALUATE) || (name.equals(TUNE_DOTS) && !arguments.contains("--truth"))) {
            preparation.detectionPictures();
        }
    }

    /** Whether it works on a log, so that it needs no models and no pictures. */
    private boolean readsLog() {
        return name.equals(TRAIN_RANKER) || name.equals(REPLAY);
    }

    private boolean asksForHelp() {
        return List.of("-h", "--help", "-V", "--version").stream().anyMatch(arguments::contains);
    }

    /** Whether protocols are wanted that search a real index: all unless some are named, and then P4 and P5. */
    private boolean needsSearch() {
        String all = String.join(" ", arguments);
        boolean searches = !all.contains("--protocol") || all.contains("p4") || all.contains("p5");
        return name.equals(EVALUATE) && searches && !asksForHelp() && !all.contains("--search-url");
    }

    /** Whether the images are the user's own: the first argument then names their folder. */
    private boolean namesFolder() {
        return !arguments.isEmpty() && Files.isDirectory(Path.of(arguments.getFirst()));
    }
}
