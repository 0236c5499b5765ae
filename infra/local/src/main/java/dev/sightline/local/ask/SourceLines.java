package dev.sightline.local.ask;

import dev.sightline.local.ask.QueryAnswer.Source;
import java.util.List;

/** Says of the sources of a group that gave nothing why that is so. */
final class SourceLines {

    private static final String FOUND = "found";

    private SourceLines() {}

    /** A line for each source that was not triggered, late or failed. */
    static List<String> of(List<Source> sources) {
        return sources.stream()
                .filter(source -> !source.state().equals(FOUND))
                .map(source ->
                        "  %s %s: %s".formatted(source.source(), source.state().replace('-', ' '), source.reason()))
                .toList();
    }

    /** Whether something is missing that the same question may find later. */
    static boolean isPartial(QueryAnswer answer) {
        return answer.groups().stream()
                .flatMap(group -> group.sources().stream())
                .map(Source::state)
                .anyMatch(state -> state.equals("late") || state.equals("failed"));
    }
}
