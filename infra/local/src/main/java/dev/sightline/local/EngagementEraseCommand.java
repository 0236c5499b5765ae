package dev.sightline.local;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sightline.local.site.Site;
import dev.sightline.local.site.SiteOptions;
import dev.sightline.local.terminal.Console;
import dev.sightline.reconcile.UserErasure;
import dev.sightline.reconcile.UserErasure.ErasureReport;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "erase",
        mixinStandardHelpOptions = true,
        description = {
            "Erases all that was received of a user until now: from the log of events, from that of answers and from"
                    + " all counts.",
            "Then looks whether something is left. Safe to break off and to repeat."
        })
final class EngagementEraseCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final SiteOptions site = new SiteOptions();

    @Parameters(
            paramLabel = "USER",
            description = "the user's id as the client gives it; it is hashed here and stored nowhere")
    private String user = "";

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    EngagementEraseCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Site opened = site.open(console)) {
            String hash = opened.userHash().of(user);
            ErasureReport report = new UserErasure(opened.engagementLog(), opened.engagementRollUp())
                    .erase(hash, Clock.systemUTC().instant(), day -> console.progress("reading the log of " + day));
            console.clear();
            console.print(json ? json(report) : text(report));
        }
        return 0;
    }

    private static String text(ErasureReport report) {
        return "Erased %d events and %d answers; nothing is left of this user."
                .formatted(report.events(), report.answers());
    }

    private static String json(ErasureReport report) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("events", report.events())
                .put("answers", report.answers())
                .toPrettyString();
    }
}
