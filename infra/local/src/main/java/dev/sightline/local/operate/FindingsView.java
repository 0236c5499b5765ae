package dev.sightline.local.operate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.local.terminal.Console;

/** Findings for people and machines. */
public final class FindingsView {

    private FindingsView() {}

    /** How far a walk is. */
    public static void progress(Console console, String activity, Findings findings) {
        console.progress("  %s: %d objects, %d sources, %d documents; %d differences"
                .formatted(
                        activity,
                        findings.objects(),
                        findings.sources(),
                        findings.documents(),
                        findings.differences()));
    }

    /** Each kind with its count and the first few, then what was left alone. */
    public static void print(Console console, Findings findings) {
        console.print("Compared %d objects, %d sources and %d documents."
                .formatted(findings.objects(), findings.sources(), findings.documents()));
        for (DifferenceKind kind : DifferenceKind.values()) {
            long count = findings.counts().getOrDefault(kind, 0L);
            if (count > 0) {
                console.print("%6d %s".formatted(count, kind.description()));
                findings.first(kind).forEach(name -> console.print("         " + name));
                if (count > Findings.NAMED) {
                    console.print("         and %d more".formatted(count - Findings.NAMED));
                }
            }
        }
        if (findings.inFlight() > 0) {
            console.print("%6d in flight: too young to be judged, left alone".formatted(findings.inFlight()));
        }
    }

    public static JsonNode json(Findings findings) {
        ObjectNode answer = JsonNodeFactory.instance
                .objectNode()
                .put("objects", findings.objects())
                .put("sources", findings.sources())
                .put("documents", findings.documents())
                .put("inFlight", findings.inFlight());
        ObjectNode differences = answer.putObject("differences");
        for (DifferenceKind kind : DifferenceKind.values()) {
            if (findings.counts().containsKey(kind)) {
                ObjectNode entry = differences
                        .putObject(kind.slug())
                        .put("count", findings.counts().get(kind));
                findings.first(kind).forEach(entry.putArray("first")::add);
            }
        }
        return answer;
    }
}
