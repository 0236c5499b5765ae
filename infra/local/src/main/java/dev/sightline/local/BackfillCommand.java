package dev.sightline.local;

import dev.sightline.local.operate.Backfill;
import dev.sightline.local.operate.BackfillFile;
import dev.sightline.local.operate.BackfillPlan;
import dev.sightline.local.operate.BackfillProgress;
import dev.sightline.local.operate.BackfillView;
import dev.sightline.local.operate.BucketOperations;
import dev.sightline.local.site.Site;
import dev.sightline.local.site.SiteOptions;
import dev.sightline.local.system.Places;
import dev.sightline.local.terminal.Console;
import dev.sightline.local.terminal.Interruption;
import dev.sightline.local.upload.Pacer;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "backfill",
        mixinStandardHelpOptions = true,
        description = {
            "Lets the pipeline index objects that lie in the bucket and that no event told of.",
            "Objects that are known with their content are passed over. Ctrl-C stops; the next run goes on from there.",
            "Exit code 0 if the last key was reached."
        })
final class BackfillCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final SiteOptions site = new SiteOptions();

    @Parameters(
            arity = "0..1",
            paramLabel = "PREFIX",
            defaultValue = "",
            description = "only keys that begin with this (default: all)")
    private String prefix = "";

    @Option(
            names = "--rate",
            defaultValue = "50",
            paramLabel = "N",
            description = "notices a second, at most (default: ${DEFAULT-VALUE})")
    private int rate;

    @Option(
            names = "--max-backlog",
            defaultValue = "1000",
            paramLabel = "N",
            description = "hold back while more messages wait for the worker (default: ${DEFAULT-VALUE})")
    private long maxBacklog;

    @Option(names = "--dry-run", description = "only count; a run after it knows how much is left")
    private boolean dryRun;

    @Option(names = "--restart", description = "begin at the first key, not where the last run ended")
    private boolean restart;

    BackfillCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        BackfillPlan.Mode mode = dryRun ? BackfillPlan.Mode.DRY_RUN : BackfillPlan.Mode.SEND;
        BackfillPlan plan = new BackfillPlan(prefix, rate, maxBacklog, mode);
        Pacer pacer = Pacer.system(Clock.systemUTC());
        try (Site opened = site.open(console);
                Interruption interruption = Interruption.listen()) {
            Places places = Places.fromEnvironment(System.getenv());
            BackfillFile file = new BackfillFile(places.state(), opened.imagesBucket(), prefix);
            BackfillView view = new BackfillView(console, pacer, plan, file);
            Backfill backfill = BucketOperations.backfill(opened, pacer);
            BackfillProgress reached = backfill.run(plan, view.begin(restart), interruption::requested, view);
            view.end(reached);
            return reached.finished() ? 0 : 1;
        }
    }
}
