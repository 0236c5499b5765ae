package dev.sightline.local;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.local.operate.BucketOperations;
import dev.sightline.local.operate.Findings;
import dev.sightline.local.operate.FindingsView;
import dev.sightline.local.operate.Reconciliation;
import dev.sightline.local.operate.Reconciliation.Scope;
import dev.sightline.local.site.Site;
import dev.sightline.local.site.SiteOptions;
import dev.sightline.local.terminal.Console;
import dev.sightline.local.upload.Pacer;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "reconcile",
        mixinStandardHelpOptions = true,
        description = {
            "Compares the bucket with the sources, and these with the index; names each difference.",
            "With --repair it mends them and waits until a second comparison finds none.",
            "Exit code 0 if there is no difference (any more), 1 otherwise."
        })
final class ReconcileCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final SiteOptions site = new SiteOptions();

    @Option(names = "--repair", description = "mend what differs")
    private boolean repair;

    @Option(
            names = "--prefix",
            defaultValue = "",
            paramLabel = "PREFIX",
            description = "only keys that begin with this (default: all)")
    private String prefix = "";

    @Option(
            names = "--min-age",
            defaultValue = "5m",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "what is younger is in flight and left alone: 90s, 5m, 2h (default: ${DEFAULT-VALUE})")
    private Duration minAge = Duration.ZERO;

    @Option(
            names = "--wait",
            defaultValue = "5m",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "how long to wait for the pipeline after a repair (default: ${DEFAULT-VALUE})")
    private Duration wait = Duration.ZERO;

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    ReconcileCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Scope scope = new Scope(prefix, minAge);
        try (Site opened = site.open(console)) {
            Reconciliation reconciliation = BucketOperations.reconciliation(opened, Pacer.system(Clock.systemUTC()));
            return repair ? mend(reconciliation, scope) : find(reconciliation, scope);
        }
    }

    private int find(Reconciliation reconciliation, Scope scope) {
        Findings findings = reconciliation.find(scope, now -> FindingsView.progress(console, "comparing", now));
        console.clear();
        if (json) {
            console.print(FindingsView.json(findings).toPrettyString());
        } else {
            FindingsView.print(console, findings);
            console.print(
                    findings.differences() == 0
                            ? "No difference."
                            : "%d differences; --repair mends them.".formatted(findings.differences()));
        }
        return findings.differences() == 0 ? 0 : 1;
    }

    private int mend(Reconciliation reconciliation, Scope scope) {
        Findings before = reconciliation.mend(scope, now -> FindingsView.progress(console, "mending", now));
        reconciliation.problems().forEach(problem -> console.note("not mended: " + problem));
        Findings after = before.isSettled()
                ? before
                : reconciliation.await(scope, wait, now -> FindingsView.progress(console, "waiting", now));
        console.clear();
        if (json) {
            ObjectNode answer = JsonNodeFactory.instance.objectNode();
            answer.set("before", FindingsView.json(before));
            answer.set("after", FindingsView.json(after));
            console.print(answer.put("mended", after.isSettled()).toPrettyString());
        } else {
            FindingsView.print(console, before);
            printOutcome(before, after);
        }
        return after.isSettled() ? 0 : 1;
    }

    private void printOutcome(Findings before, Findings after) {
        if (after.isSettled()) {
            console.print(
                    before.differences() == 0
                            ? "No difference."
                            : "Mended %d differences; a second comparison found none.".formatted(before.differences()));
        } else {
            console.print("After waiting %s, %d differences are left and %d repairs on their way:"
                    .formatted(Console.seconds(wait), after.differences(), after.mending()));
            FindingsView.print(console, after);
        }
    }
}
