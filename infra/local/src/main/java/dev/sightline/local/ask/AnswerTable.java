package dev.sightline.local.ask;

import dev.sightline.local.ask.QueryAnswer.Group;
import dev.sightline.local.ask.QueryAnswer.Result;
import dev.sightline.local.terminal.Decimals;
import dev.sightline.visual.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An answer as lines of text: a heading and a table for each group. */
public final class AnswerTable {

    private static final String ROW = "%4s  %6s  %7s  %5s  %-44s  %s";
    private static final int LABELS = 2;
    private static final String NO_RANKER = "none";

    private AnswerTable() {}

    public static List<String> lines(QueryAnswer answer) {
        List<String> lines = new ArrayList<>();
        answer.groups().forEach(group -> lines.addAll(lines(group)));
        if (SourceLines.isPartial(answer)) {
            lines.add("partial: a source was late or failed, the same question may find more later");
        }
        ranked(answer).ifPresent(lines::add);
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

    /** Who ordered Related Pins; nothing for other queries. */
    private static Optional<String> ranked(QueryAnswer answer) {
        if (answer.ranker() == null) {
            return Optional.empty();
        }
        String order = Boolean.TRUE.equals(answer.randomized())
                ? "the order was drawn at random"
                : answer.ranker().equals(NO_RANKER) ? "no ranker" : "ordered by ranker " + answer.ranker();
        String why = answer.notRanked() == null ? "" : " (%s)".formatted(answer.notRanked());
        return Optional.of("variant %s: %s%s".formatted(answer.variant(), order, why));
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
        lines.addAll(SourceLines.of(group.sources()));
        lines.add("");
        return lines;
    }

    private static String row(Result result) {
        return ROW.formatted(
                        result.rank(),
                        number(result.why().cosine()),
                        number(result.why().hammingFraction()),
                        Decimals.of(result.score(), 3),
                        result.name(),
                        Stream.of(labels(result.labels()), ResultNote.of(result))
                                .filter(text -> !text.isEmpty())
                                .collect(Collectors.joining("  ")))
                .stripTrailing();
    }

    /** A source that does not look at pixels knows no distance. */
    private static String number(@Nullable Double value) {
        return value == null ? "-" : Decimals.of(value, 3);
    }

    private static String labels(List<Label> labels) {
        return labels.stream()
                .limit(LABELS)
                .map(label -> "%s %s".formatted(label.name(), Decimals.of(label.confidence(), 2)))
                .collect(Collectors.joining(", "));
    }
}
