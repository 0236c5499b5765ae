package dev.sightline.local;

import dev.sightline.local.operate.DeployedWorkers;
import dev.sightline.local.operate.LocalWorkers;
import dev.sightline.local.operate.ModelSwitch;
import dev.sightline.local.operate.SwitchLimits;
import dev.sightline.local.operate.Workers;
import dev.sightline.local.site.Site;
import dev.sightline.local.site.SiteOptions;
import dev.sightline.local.system.LocalSystem;
import dev.sightline.local.system.ModelChoice;
import dev.sightline.local.system.Places;
import dev.sightline.local.terminal.Console;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "switch-model",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Moves search to another model set while it answers: analyzes the whole bucket again beside the model set that is served,",
            "fills and verifies an index of it, and serves that in one step. No answer mixes the two.",
            "Interrupted, it is run again with the same options. Both sets are kept up to date until --finish."
        })
final class SwitchModelCommand implements Callable<Integer> {

    private final Console console;

    @Spec
    private CommandSpec command;

    @Mixin
    private SiteOptions siteOptions;

    @ArgGroup(multiplicity = "1")
    private Step step = new Step();

    @Option(
            names = "--detector",
            defaultValue = "nanodet",
            paramLabel = "NAME",
            description = "bundle for images that are indexed (default: ${DEFAULT-VALUE})")
    private String detector;

    @Option(
            names = "--query-detector",
            paramLabel = "NAME",
            description = "bundle for the pixels of queries (default: that of --detector)")
    private @Nullable String queryDetector;

    @Option(
            names = "--rate",
            defaultValue = "50",
            paramLabel = "N",
            description = "most images per second that are asked to be analyzed (default: ${DEFAULT-VALUE})")
    private double rate;

    @Option(
            names = "--sample",
            defaultValue = "100",
            paramLabel = "N",
            description = "images whose answers are compared with an exact scan (default: ${DEFAULT-VALUE})")
    private int sample;

    @Option(
            names = "--min-recall",
            defaultValue = "0.97",
            paramLabel = "SHARE",
            description = "the least recall@10 of that sample, 0 to 1 (default: ${DEFAULT-VALUE})")
    private double minRecall;

    @Option(
            names = "--allow-missing",
            defaultValue = "0",
            paramLabel = "N",
            description =
                    "images that may be without features of the new set, and are not found then (default: ${DEFAULT-VALUE})")
    private int allowMissing;

    /** What to do. */
    static final class Step {

        @Option(
                names = "--embedder",
                required = true,
                paramLabel = "NAME",
                description = "switch to this one: <bundle> or <bundle>@<layer>")
        private @Nullable String embedder;

        @Option(names = "--rollback", required = true, description = "answer from the former model set again")
        private boolean rollback;

        @Option(
                names = "--finish",
                required = true,
                description = "keep what answers now, and drop the index of the other model set")
        private boolean finish;

        @Option(names = "--status", required = true, description = "list the indexes, and say which one answers")
        private boolean status;
    }

    SwitchModelCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        require(rate > 0, "--rate: expected more than 0, got " + rate);
        require(sample >= 1, "--sample: expected at least 1, got " + sample);
        require(minRecall >= 0 && minRecall <= 1, "--min-recall: expected 0 to 1, got " + minRecall);
        require(allowMissing >= 0, "--allow-missing: expected at least 0, got " + allowMissing);
        SwitchLimits limits = new SwitchLimits(rate, sample, minRecall, allowMissing);
        try (Site site = siteOptions.open(console)) {
            run(new ModelSwitch(ModelSwitch.Parts.of(site, workers(site), console), console), limits);
        }
        return 0;
    }

    private void run(ModelSwitch modelSwitch, SwitchLimits limits) {
        if (step.embedder != null) {
            String forQueries = queryDetector == null ? detector : queryDetector;
            modelSwitch.switchTo(new ModelChoice(step.embedder, detector, forQueries), limits);
        } else if (step.rollback) {
            modelSwitch.rollBack(limits);
        } else if (step.finish) {
            modelSwitch.finish();
        } else if (step.status) {
            modelSwitch.status().forEach(console::print);
        }
    }

    private Workers workers(Site site) {
        return siteOptions.isLocal()
                ? new LocalWorkers(new LocalSystem(Places.fromEnvironment(System.getenv()), console))
                : new DeployedWorkers(site.features(), console);
    }

    private void require(boolean right, String message) {
        if (!right) {
            throw new ParameterException(command.commandLine(), message);
        }
    }
}
