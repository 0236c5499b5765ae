package dev.sightline.local;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.local.ask.AnswerTable;
import dev.sightline.local.ask.QueryAnswer;
import dev.sightline.local.terminal.Console;
import picocli.CommandLine.Option;

/** The options of every command that asks a query. */
final class AnswerOptions {

    @Option(
            names = "--limit",
            defaultValue = "10",
            paramLabel = "N",
            description = "results in each group, 1 to 100 (default: ${DEFAULT-VALUE})")
    private int limit;

    @Option(names = "--json", description = "print the API's answer as it came")
    private boolean json;

    int limit() {
        return limit;
    }

    boolean json() {
        return json;
    }

    /** Prints an answer in the form that was asked for. */
    void print(JsonNode answer, Console console) {
        if (json) {
            console.print(answer.toPrettyString());
        } else {
            AnswerTable.lines(QueryAnswer.of(answer)).forEach(console::print);
        }
    }
}
