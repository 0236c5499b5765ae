package dev.sightline.bench.figures;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was measured, as often as it was.
 *
 * <p>{@code id} is short and stable, since a later run is compared by it. {@code values}: one for each repetition, in {@code unit}, finite
 * and not negative. {@code baseline}: the id of a figure of the same step that was measured in the same run, null for one that others
 * are compared with. {@code aim}: what the ratio shall reach, from above if smaller is better; null for none.
 *
 * @throws IllegalArgumentException if there is no value, or one is not finite or below zero
 */
@JsonInclude(Include.NON_NULL)
public record Figure(
        String id,
        String name,
        String unit,
        Better better,
        List<Double> values,
        @Nullable String baseline,
        @Nullable Double aim) {

    /** Which of two values is the better one. */
    public enum Better {
        HIGHER,
        LOWER
    }

    public Figure {
        values = List.copyOf(values);
        if (values.isEmpty() || values.stream().anyMatch(value -> !(value >= 0) || value.isInfinite())) {
            throw new IllegalArgumentException("%s: expected finite values of 0 or more, got %s".formatted(id, values));
        }
    }

    /** A figure that others are compared with. */
    public static Figure baseline(String id, String name, String unit, Better better, List<Double> values) {
        return new Figure(id, name, unit, better, values, null, null);
    }

    /** The same figure, compared with another one. */
    public Figure against(String other) {
        return new Figure(id, name, unit, better, values, other, aim);
    }

    /** The middle of its values and how far they reach. */
    public Spread spread() {
        return Spread.of(values);
    }

    /** The id of the figure that it is compared with. */
    public Optional<String> comparedWith() {
        return Optional.ofNullable(baseline);
    }
}
