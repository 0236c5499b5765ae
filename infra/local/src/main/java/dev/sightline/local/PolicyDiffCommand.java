package dev.sightline.local;

import dev.sightline.local.policy.PolicyDiffView;
import dev.sightline.local.policy.PolicyDocuments;
import dev.sightline.local.terminal.Console;
import dev.sightline.policy.PolicyDiff;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = {
            "Says what differs between two policies, and what that means for the shares of the sources.",
            "Exit code 0 if nothing differs but the version, 1 otherwise."
        })
final class PolicyDiffCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private PolicyOptions options;

    @Parameters(index = "0", paramLabel = "BEFORE", description = PolicyDocuments.NAMES)
    private String before = "";

    @Parameters(index = "1", paramLabel = "AFTER", description = "the same")
    private String after = "";

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    PolicyDiffCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return options.with(console, this::diff);
    }

    private int diff(PolicyDocuments documents) {
        PolicyDiff diff = PolicyDiff.between(documents.policy(before), documents.policy(after));
        if (json) {
            console.print(PolicyDiffView.json(diff).toPrettyString());
        } else {
            PolicyDiffView.lines(diff).forEach(console::print);
        }
        return diff.isEmpty() ? 0 : 1;
    }
}
