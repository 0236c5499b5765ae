package dev.sightline.local;

import dev.sightline.local.operate.PauseSwitch;
import dev.sightline.local.operate.QueuedStage;
import dev.sightline.local.site.Site;
import dev.sightline.local.site.SiteOptions;
import dev.sightline.local.terminal.Console;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "pause",
        mixinStandardHelpOptions = true,
        description = {
            "Stops the stages from taking messages from their queues; queries go on.",
            "Nothing is lost: messages wait, for up to 14 days. What is being handled is finished."
        })
final class PauseCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private SiteOptions siteOptions;

    @Mixin
    private StageOptions stages;

    PauseCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Site site = siteOptions.open(console)) {
            PauseSwitch pauses = new PauseSwitch(site);
            stages.stages().forEach(stage -> console.print(pause(pauses, stage)));
            console.note("Messages wait for up to 14 days. Go on: ./sightline resume");
        }
        return 0;
    }

    private static String pause(PauseSwitch pauses, QueuedStage stage) {
        if (!pauses.pause(stage)) {
            return "%-10s was paused already".formatted(stage.stage());
        }
        return stage == QueuedStage.ANALYSIS
                ? "%-10s paused; the workers notice within 10 s".formatted(stage.stage())
                : "%-10s paused".formatted(stage.stage());
    }
}
