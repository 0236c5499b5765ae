package dev.sightline.local;

import dev.sightline.local.operate.RebuildIndex;
import dev.sightline.local.operate.RebuildParts;
import dev.sightline.local.operate.RebuildPlan;
import dev.sightline.local.operate.RebuildWatcher;
import dev.sightline.local.site.Site;
import dev.sightline.local.site.SiteOptions;
import dev.sightline.local.terminal.Console;
import dev.sightline.local.upload.Pacer;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "rebuild-index",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Builds the index anew from the feature records, beside the one that is served; no model is run.",
            "Uploads and queries go on. The new index is served once its contents, its recall and its answers are verified.",
            "Exit code 0 if it is served, 1 otherwise: then queries are answered as before."
        })
final class RebuildIndexCommand implements Callable<Integer> {

    private final Console console;

    @Spec
    private CommandSpec command;

    @Mixin
    private final SiteOptions site = new SiteOptions();

    @Option(names = "--rollback", description = "serve the index before the last rebuild again")
    private boolean rollback;

    @Option(
            names = "--keep",
            defaultValue = "1",
            paramLabel = "N",
            description =
                    "former indexes to keep for --rollback; they are written to as well (default: ${DEFAULT-VALUE})")
    private int keep;

    @Option(
            names = "--sample",
            defaultValue = "100",
            paramLabel = "N",
            description = "images to ask for, 1 to 10000 (default: ${DEFAULT-VALUE})")
    private int sample;

    @Option(
            names = "--min-recall",
            defaultValue = "0.97",
            paramLabel = "SHARE",
            description = "the least recall@10 that is good enough, 0 to 1 (default: ${DEFAULT-VALUE})")
    private double minRecall;

    RebuildIndexCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        RebuildPlan plan = plan();
        Clock clock = Clock.systemUTC();
        try (Site opened = site.open(console)) {
            var rebuild =
                    new RebuildIndex(RebuildParts.of(opened), clock, Pacer.system(clock), RebuildWatcher.on(console));
            boolean served = rollback ? rebuild.rollback() : rebuild.rebuild(plan);
            console.print(served ? "Done." : "Not done: queries are answered as before.");
            return served ? 0 : 1;
        }
    }

    private RebuildPlan plan() {
        try {
            return new RebuildPlan(sample, minRecall, keep);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), e.getMessage(), e);
        }
    }
}
