package dev.sightline.local.ask;

import dev.sightline.local.ask.QueryAnswer.Group;
import dev.sightline.local.ask.QueryAnswer.Result;
import dev.sightline.local.terminal.Decimals;
import dev.sightline.visual.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** An answer as lines of text: a heading and a table for each group. */
public final class AnswerTable {

    private static final String ROW = "%4s  %6s  %7s  %5s  %-44s  %s";
    private static final int LABELS = 2;

    private AnswerTable() {}

    public static List<String> lines(QueryAnswer answer) {
        List<String> lines = new ArrayList<>();
        answer.groups().forEach(group -> lines.addAll(lines(group)));
        if (answer.queryId() != null) {
            lines.add(
                    "query id %s: for further questions about this photo, with --query-id".formatted(answer.queryId()));
        }
        if (answer.notKept() != null) {
            lines.add("no query id for further questions about this photo: " + answer.notKept());
        }
        lines.add("answered in %d ms, request %s".formatted(answer.tookMs(), answer.requestId()));
        return lines;
    }

    private static List<String> lines(Group group) {
        List<String> lines = new ArrayList<>();
        lines.add(group.title());
        if (group.results().isEmpty()) {
            lines.add("  nothing found");
        } else {
            lines.add(ROW.formatted("rank", "cosine", "hamming", "score", "image", "looks like"));
            group.results().forEach(result -> lines.add(row(result)));
        }
        lines.add("");
        return lines;
    }

    private static String row(Result result) {
        return ROW.formatted(
                        result.rank(),
                        Decimals.of(result.why().cosine(), 3),
                        Decimals.of(result.why().hammingFraction(), 3),
                        Decimals.of(result.score(), 3),
                        result.name(),
                        labels(result.labels()))
                .stripTrailing();
    }

    private static String labels(List<Label> labels) {
        return labels.stream()
                .limit(LABELS)
                .map(label -> "%s %s".formatted(label.name(), Decimals.of(label.confidence(), 2)))
                .collect(Collectors.joining(", "));
    }
}
