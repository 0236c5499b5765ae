package dev.sightline.local;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.local.policy.PolicyDocuments;
import dev.sightline.local.terminal.Console;
import dev.sightline.policy.PolicyDocument;
import dev.sightline.policy.PolicyMistake;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Says whether a document is a policy, and names all mistakes with their place, what is allowed and what was found.",
            "Exit code 0 if it is valid, 1 otherwise."
        })
final class PolicyCheckCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private PolicyOptions options;

    @Parameters(paramLabel = "POLICY", description = PolicyDocuments.NAMES)
    private String name = "";

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    PolicyCheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return options.with(console, documents -> check(documents.text(name)));
    }

    private int check(String document) {
        List<PolicyMistake> mistakes = PolicyDocument.check(document);
        if (json) {
            console.print(json(mistakes).toPrettyString());
        } else if (mistakes.isEmpty()) {
            console.print("%s is valid: version %s"
                    .formatted(name, PolicyDocument.read(document).version()));
        } else {
            mistakes.forEach(mistake -> console.print(mistake.toString()));
            console.note("sightline: %s is not valid".formatted(name));
        }
        return mistakes.isEmpty() ? 0 : 1;
    }

    private static ObjectNode json(List<PolicyMistake> mistakes) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("valid", mistakes.isEmpty());
        var list = answer.putArray("mistakes");
        mistakes.forEach(mistake -> list.addObject()
                .put("pointer", mistake.pointer())
                .put("expected", mistake.expected())
                .put("got", mistake.got()));
        return answer;
    }
}
