package dev.sightline.local.learn;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sightline.local.terminal.LauncherException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the engagement report says of the two rankers: the learned one must lie above the first round, outside the interval; the one of shuffled
 * features must not.
 */
public record LearnVerdict(List<String> lines, boolean holds) {

    public LearnVerdict {
        lines = List.copyOf(lines);
    }

    /** Reads the JSON form of the report. */
    public static LearnVerdict read(Path file) {
        try {
            return of(new ObjectMapper().readTree(file.toFile()));
        } catch (IOException e) {
            throw new LauncherException("expected an engagement report in " + file, e);
        }
    }

    static LearnVerdict of(JsonNode report) {
        List<String> lines = new ArrayList<>();
        JsonNode learned = lift(report, RoundPolicies.LEARNED, lines);
        JsonNode shuffled = lift(report, RoundPolicies.SHUFFLED, lines);
        boolean lifts = learned.path("low").asDouble(-1) > 0;
        boolean control = shuffled.path("low").asDouble(1) <= 0;
        lines.add(
                lifts
                        ? "The learned ranker lies above the first round, outside the interval."
                        : "The learned ranker does not lie above the first round outside the interval.");
        lines.add(
                control
                        ? "The ranker of shuffled features shows no lift."
                        : "The ranker of shuffled features shows a lift, or there are too few data: the control failed.");
        return new LearnVerdict(lines, lifts && control);
    }

    private static JsonNode lift(JsonNode report, String variant, List<String> lines) {
        for (JsonNode row : report.at("/sections/0/tables/0/rows")) {
            if (row.path("variant").asText().equals(variant)) {
                JsonNode lift = row.path("lift");
                lines.add(
                        lift.has("missing")
                                ? "%s: %s"
                                        .formatted(variant, lift.path("missing").asText())
                                : line(variant, row, lift));
                return lift;
            }
        }
        throw new LauncherException("expected a variant '%s' in the report, got none".formatted(variant));
    }

    private static String line(String variant, JsonNode row, JsonNode lift) {
        return String.format(
                Locale.ROOT,
                "%s: save propensity %.3f, lift against the first round %+.1f %% (%+.1f to %+.1f)",
                variant,
                row.path("save propensity").asDouble(),
                100 * lift.path("value").asDouble(),
                100 * lift.path("low").asDouble(),
                100 * lift.path("high").asDouble());
    }
}
