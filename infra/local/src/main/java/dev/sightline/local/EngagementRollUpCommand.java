package dev.sightline.local;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sightline.local.site.Site;
import dev.sightline.local.site.SiteOptions;
import dev.sightline.local.terminal.Console;
import dev.sightline.reconcile.RollUpReport;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "roll-up",
        mixinStandardHelpOptions = true,
        description = {
            "Counts now what has come into the engagement log, as the deployment does by itself every five minutes.",
            "Returns when queries are answered with the counts."
        })
final class EngagementRollUpCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final SiteOptions site = new SiteOptions();

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    EngagementRollUpCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Site opened = site.open(console)) {
            RollUpReport report = opened.engagementRollUp().run();
            console.print(json ? json(report) : text(report));
        }
        return 0;
    }

    private static String text(RollUpReport report) {
        return "Counted %d days, %d of them anew: %d pairs of query and result, %d results."
                .formatted(report.days(), report.changed(), report.pairs(), report.images());
    }

    private static String json(RollUpReport report) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("days", report.days())
                .put("changed", report.changed())
                .put("pairs", report.pairs())
                .put("images", report.images())
                .toPrettyString();
    }
}
