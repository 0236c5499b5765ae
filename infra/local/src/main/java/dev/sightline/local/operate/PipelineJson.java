package dev.sightline.local.operate;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.index.SourceState;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A report as JSON. Its fields are documented in docs/operations.md, and stay. */
public final class PipelineJson {

    private PipelineJson() {}

    public static ObjectNode of(PipelineReport report) {
        ObjectNode json = object().put("at", report.at().toString());
        ObjectNode sources = json.putObject("sources");
        for (SourceState state : SourceState.values()) {
            sources.put(state.slug(), report.count(state));
        }
        ObjectNode reasons = json.putObject("reasons");
        addReasons(reasons, report, SourceState.REJECTED);
        addReasons(reasons, report, SourceState.FAILED);
        ObjectNode queues = json.putObject("queues");
        report.queues().forEach(queue -> queues.set(queue.stage().queue(), queue(queue)));
        json.put("backlog", report.backlog());
        json.put("oldestPendingSince", text(report.oldestPending()));
        json.put("settledLastMinute", report.settled());
        json.put("secondsLeft", report.timeLeft().map(left -> left.toSeconds()).orElse(null));
        return json.put("freshUntil", text(report.freshUntil()));
    }

    private static void addReasons(ObjectNode reasons, PipelineReport report, SourceState state) {
        ObjectNode ofState = reasons.putObject(state.slug());
        Map<String, Long> sorted = new TreeMap<>();
        report.reasons().getOrDefault(state, Map.of()).forEach((reason, count) -> sorted.put(reason.slug(), count));
        sorted.forEach(ofState::put);
    }

    private static ObjectNode queue(QueueReport queue) {
        ObjectNode json = object().put("waiting", queue.depth().waiting())
                .put("inFlight", queue.depth().inFlight())
                .put("paused", queue.paused())
                .put("deadLetters", queue.deadLetters().total());
        ObjectNode reasons = json.putObject("deadLetterReasons");
        new TreeMap<>(queue.deadLetterReasons()).forEach(reasons::put);
        return json;
    }

    /** A redrive's report as JSON. */
    public static ObjectNode of(RedriveReport report) {
        ObjectNode json = object().put("queue", report.stage().queue());
        ObjectNode moved = json.putObject("moved");
        new TreeMap<>(report.moved()).forEach(moved::put);
        ObjectNode passedBy = json.putObject("passedBy");
        new TreeMap<>(report.passedBy()).forEach(passedBy::put);
        report.useless().forEach(json.putArray("useless")::add);
        return json.put("discarded", report.discarded()).put("refused", report.refused());
    }

    private static @Nullable String text(Optional<Instant> moment) {
        return moment.map(Instant::toString).orElse(null);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
