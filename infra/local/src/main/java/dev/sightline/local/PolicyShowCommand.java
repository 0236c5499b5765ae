package dev.sightline.local;

import dev.sightline.local.policy.PolicyDocuments;
import dev.sightline.local.terminal.Console;
import dev.sightline.policy.PolicyDocument;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Prints a policy as JSON: a good start for one of your own.")
final class PolicyShowCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private PolicyOptions options;

    @Parameters(
            arity = "0..1",
            defaultValue = PolicyDocuments.CURRENT,
            paramLabel = "POLICY",
            description = PolicyDocuments.NAMES + " (default: ${DEFAULT-VALUE})")
    private String name = "";

    @Option(names = "--schema", description = "print the JSON Schema of policies instead")
    private boolean schema;

    PolicyShowCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (schema) {
            console.print(PolicyDocument.schema().stripTrailing());
            return 0;
        }
        return options.with(console, documents -> {
            console.print(documents.text(name).stripTrailing());
            return 0;
        });
    }
}
