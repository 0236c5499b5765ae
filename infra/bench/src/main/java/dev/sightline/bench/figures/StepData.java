package dev.sightline.bench.figures;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one step of the benchmarks found.
 *
 * <p>{@code step}: its name on the command line; {@code command}: how anybody gets these figures; {@code quick}: whether it ran with
 * settings that only show that it works; {@code summary}: what was measured on what, in sentences; {@code versions}: of what it ran
 * beside Sightline. The lists may be absent in a file.
 *
 * @throws IllegalArgumentException if two figures have the same id, or one is compared with a figure that is not there
 */
public record StepData(
        String step,
        String title,
        String command,
        boolean quick,
        String summary,
        Map<String, String> versions,
        List<Figure> figures,
        List<Curve> curves,
        List<Stack> stacks) {

    public StepData {
        versions = versions == null ? Map.of() : Map.copyOf(versions);
        figures = orNone(figures);
        curves = orNone(curves);
        stacks = orNone(stacks);
        Set<String> ids = new HashSet<>();
        for (Figure figure : figures) {
            if (!ids.add(figure.id())) {
                throw new IllegalArgumentException(
                        "%s: expected distinct ids, got %s twice".formatted(step, figure.id()));
            }
        }
        for (Figure figure : figures) {
            figure.comparedWith().filter(id -> !ids.contains(id)).ifPresent(id -> {
                throw new IllegalArgumentException(
                        "%s: expected the baseline %s, got only %s".formatted(step, id, ids));
            });
        }
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    /** A figure by its id. */
    public Optional<Figure> figure(String id) {
        return figures.stream().filter(figure -> figure.id().equals(id)).findFirst();
    }

    /** The ratio of a figure of this step to its baseline, empty for a baseline. */
    public Optional<Ratio> ratio(Figure figure) {
        return figure.comparedWith().flatMap(this::figure).map(baseline -> Ratio.of(figure, baseline));
    }
}
