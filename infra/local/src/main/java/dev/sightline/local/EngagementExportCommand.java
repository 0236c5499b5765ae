package dev.sightline.local;

import dev.sightline.lab.engagement.ExportedLog;
import dev.sightline.local.engagement.LogExport;
import dev.sightline.local.engagement.LogExport.Exported;
import dev.sightline.local.site.Site;
import dev.sightline.local.site.SiteOptions;
import dev.sightline.local.terminal.Console;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Copies the engagement log to a folder, for train-ranker, replay and your own analyses: "
                    + ExportedLog.ANSWERS + " and " + ExportedLog.EVENTS + ".",
            "Each answer and each event stands there once; users are hashes; nothing of erased users is in it.",
            "Delete the folder when you are done: a later erasure does not reach it."
        })
final class EngagementExportCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final SiteOptions site = new SiteOptions();

    @Parameters(paramLabel = "DIR", description = "where to; made if it is not there")
    private Path folder = Path.of("");

    EngagementExportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Site opened = site.open(console)) {
            LogExport export =
                    new LogExport(opened.engagementLog(), day -> console.progress("reading the log of " + day));
            Exported exported = export.to(folder);
            console.clear();
            console.print("Exported %d answers and %d events to %s."
                    .formatted(exported.answers(), exported.events(), folder));
        }
        return 0;
    }
}
