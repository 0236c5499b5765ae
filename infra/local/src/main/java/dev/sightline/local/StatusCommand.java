package dev.sightline.local;

import dev.sightline.local.site.Site;
import dev.sightline.local.site.SiteOptions;
import dev.sightline.local.system.LocalSystem;
import dev.sightline.local.system.Places;
import dev.sightline.local.system.Readiness;
import dev.sightline.local.system.RunningSystem;
import dev.sightline.local.terminal.Console;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = {
            "Says which parts run, how many sources are in which state, what waits, how fast it moves, and what failed for which reason.",
            "Exit code 0 if all parts run, with --profile if all answer; 1 otherwise."
        })
final class StatusCommand implements Callable<Integer> {

    private static final Duration INTERVAL = Duration.ofSeconds(2);

    private final Console console;

    @Mixin
    private SiteOptions siteOptions;

    @Option(names = "--watch", description = "show it again every 2 s, until Ctrl-C")
    private boolean watch;

    @Option(names = "--json", description = "print JSON; with --watch, an object a line")
    private boolean json;

    StatusCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (!siteOptions.isLocal()) {
            try (Site site = siteOptions.open(console)) {
                return show(new StatusSubject(null, site));
            }
        }
        LocalSystem system = new LocalSystem(Places.fromEnvironment(System.getenv()), console);
        Optional<RunningSystem> alive = system.alive();
        if (alive.isEmpty()) {
            return show(new StatusSubject(system, null));
        }
        try (Site site = Site.local(alive.get())) {
            return show(new StatusSubject(system, site));
        }
    }

    private int show(StatusSubject subject) {
        int exitCode = showOnce(subject);
        while (watch) {
            Readiness.sleep(INTERVAL);
            exitCode = showOnce(subject);
        }
        return exitCode;
    }

    private int showOnce(StatusSubject subject) {
        StatusSubject.Status status = subject.now();
        if (json) {
            console.print(watch ? status.json().toString() : status.json().toPrettyString());
        } else if (watch && console.interactive()) {
            console.progress(status.lines());
        } else {
            status.lines().forEach(console::print);
        }
        return status.good() ? 0 : 1;
    }
}
