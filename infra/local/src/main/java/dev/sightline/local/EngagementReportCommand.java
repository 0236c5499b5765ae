package dev.sightline.local;

import dev.sightline.lab.engagement.ExportedLog;
import dev.sightline.local.engagement.LogExport;
import dev.sightline.local.site.Site;
import dev.sightline.local.site.SiteOptions;
import dev.sightline.local.system.LabProcess;
import dev.sightline.local.system.Places;
import dev.sightline.local.terminal.Console;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = {
            "Says what users did with the results of each variant: save propensity, click rates, and lift with its interval.",
            "The log is read into a temporary folder, which is deleted afterwards."
        })
final class EngagementReportCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final SiteOptions site = new SiteOptions();

    @Option(
            names = "--baseline",
            paramLabel = "VARIANT",
            defaultValue = "standard",
            description = "the variant that the others are compared with (default: ${DEFAULT-VALUE})")
    private String baseline = "";

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    EngagementReportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Path folder = temporary();
        try {
            export(folder);
            List<String> arguments = new ArrayList<>(List.of(folder.toString(), "--baseline", baseline));
            if (json) {
                arguments.add("--json");
            }
            return new LabProcess(Places.fromEnvironment(System.getenv())).run("engagement-report", arguments);
        } finally {
            delete(folder);
        }
    }

    private void export(Path folder) {
        try (Site opened = site.open(console)) {
            new LogExport(opened.engagementLog(), day -> console.progress("reading the log of " + day)).to(folder);
            console.clear();
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("sightline-log");
        } catch (IOException e) {
            throw new UncheckedIOException("making a temporary folder", e);
        }
    }

    private static void delete(Path folder) {
        try {
            Files.deleteIfExists(folder.resolve(ExportedLog.ANSWERS));
            Files.deleteIfExists(folder.resolve(ExportedLog.EVENTS));
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("deleting " + folder, e);
        }
    }
}
