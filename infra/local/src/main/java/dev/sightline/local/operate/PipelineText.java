package dev.sightline.local.operate;

import dev.sightline.index.SourceState;
import dev.sightline.local.terminal.Decimals;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A report for people. */
public final class PipelineText {

    private static final String ROW = "%-12s %8s %10s %13s  %s";

    private PipelineText() {}

    public static List<String> lines(PipelineReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(line("sources", sources(report)));
        addReasons(lines, report, SourceState.REJECTED);
        addReasons(lines, report, SourceState.FAILED);
        lines.add(ROW.formatted("queue", "waiting", "in flight", "dead letters", "")
                .stripTrailing());
        report.queues().forEach(queue -> lines.add(queue(queue)));
        lines.add(line("pace", pace(report)));
        lines.add(line("freshness", freshness(report)));
        paused(report).ifPresent(lines::add);
        return lines;
    }

    private static String line(String name, String value) {
        return "%-12s %s".formatted(name, value);
    }

    private static String sources(PipelineReport report) {
        return List.of(
                        SourceState.INDEXED,
                        SourceState.PENDING,
                        SourceState.REJECTED,
                        SourceState.FAILED,
                        SourceState.REMOVED)
                .stream()
                .map(state -> report.count(state) + " " + state.slug())
                .collect(Collectors.joining(", "));
    }

    private static void addReasons(List<String> lines, PipelineReport report, SourceState state) {
        Map<String, Long> reasons = new TreeMap<>();
        report.reasons().getOrDefault(state, Map.of()).forEach((reason, count) -> reasons.put(reason.slug(), count));
        if (!reasons.isEmpty()) {
            lines.add(line(state.slug(), counts(reasons)));
        }
    }

    private static String queue(QueueReport queue) {
        List<String> remarks = new ArrayList<>();
        if (!queue.deadLetterReasons().isEmpty()) {
            remarks.add("(" + counts(queue.deadLetterReasons()) + ")");
        }
        if (queue.paused()) {
            remarks.add("paused");
        }
        return ROW.formatted(
                        queue.stage().queue(),
                        queue.depth().waiting(),
                        queue.depth().inFlight(),
                        queue.deadLetters().total(),
                        String.join(" ", remarks))
                .stripTrailing();
    }

    /** Such as {@code broken-image 2, too-slow 1}. */
    public static String counts(Map<String, Long> counts) {
        return new TreeMap<>(counts)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .collect(Collectors.joining(", "));
    }

    private static String pace(PipelineReport report) {
        String rate = Decimals.of(report.rate(), 1) + " images/s in the last minute";
        if (report.backlog() == 0) {
            return rate + ", nothing waits";
        }
        return report.timeLeft()
                .map(left -> "%s, about %s left for %d messages".formatted(rate, clock(left), report.backlog()))
                .orElseGet(() -> "%s, %d messages wait".formatted(rate, report.backlog()));
    }

    private static String freshness(PipelineReport report) {
        return report.freshUntil()
                .map(moment -> "everything uploaded before %s answers%s"
                        .formatted(
                                moment.truncatedTo(ChronoUnit.SECONDS),
                                report.oldestPending()
                                        .map(oldest -> "; the oldest pending one has waited "
                                                + clock(Duration.between(oldest, report.at())))
                                        .orElse("")))
                .map(fresh -> fresh + unseen(report))
                .orElse("unknown: what waits has not been taken in yet");
    }

    private static String unseen(PipelineReport report) {
        long unseen = report.queues().stream()
                .filter(queue -> queue.stage() == QueuedStage.INGEST)
                .mapToLong(queue -> queue.depth().total())
                .sum();
        return unseen == 0 ? "" : "; of %d more nothing is known yet".formatted(unseen);
    }

    private static Optional<String> paused(PipelineReport report) {
        String stages = report.queues().stream()
                .filter(QueueReport::paused)
                .map(queue -> queue.stage().stage())
                .collect(Collectors.joining(", "));
        return stages.isEmpty()
                ? Optional.empty()
                : Optional.of(line("paused", stages + ". Go on: ./sightline resume"));
    }

    /** Such as 1:05, or 26:01:05. */
    static String clock(Duration duration) {
        Duration positive = duration.isNegative() ? Duration.ZERO : duration;
        String minutes = "%d:%02d".formatted(positive.toMinutesPart(), positive.toSecondsPart());
        return positive.toHours() == 0
                ? minutes
                : "%d:%02d:%02d".formatted(positive.toHours(), positive.toMinutesPart(), positive.toSecondsPart());
    }
}
