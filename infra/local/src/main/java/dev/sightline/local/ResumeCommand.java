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
        name = "resume",
        mixinStandardHelpOptions = true,
        description = "Lets paused stages take messages again, beginning with what waited.")
final class ResumeCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private SiteOptions siteOptions;

    @Mixin
    private StageOptions stages;

    ResumeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Site site = siteOptions.open(console)) {
            PauseSwitch pauses = new PauseSwitch(site);
            // The last first, so that what one gives is taken at once.
            stages.stages().reversed().forEach(stage -> console.print(resume(pauses, stage)));
        }
        return 0;
    }

    private static String resume(PauseSwitch pauses, QueuedStage stage) {
        return pauses.resume(stage)
                ? "%-10s goes on".formatted(stage.stage())
                : "%-10s was not paused".formatted(stage.stage());
    }
}
