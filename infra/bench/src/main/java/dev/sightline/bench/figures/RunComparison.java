package dev.sightline.bench.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What fell between a stored run and a new one: by ratios, never by times, since the machine may be another one. Steps that the new run
 * lacks are passed over; a figure that a step has no more is named.
 */
public record RunComparison(BenchFolder stored, BenchFolder now) {

    /** One that is worse by more than its noise, in words with both values. */
    public record Fall(String step, String figure, String text) {}

    /** All that fell, in the order of the report. */
    public List<Fall> falls() {
        List<Fall> falls = new ArrayList<>();
        for (StepData before : stored.steps()) {
            now.step(before.step()).ifPresent(after -> add(before, after, falls));
        }
        return falls;
    }

    /** How many ratios there are to compare. */
    public int compared() {
        return stored.steps().stream()
                .filter(before -> now.step(before.step()).isPresent())
                .mapToInt(before -> (int) before.figures().stream()
                        .filter(figure -> figure.comparedWith().isPresent())
                        .count())
                .sum();
    }

    private static void add(StepData before, StepData after, List<Fall> falls) {
        for (Figure figure : before.figures()) {
            before.ratio(figure)
                    .flatMap(ratio -> fall(ratio, figure, after))
                    .map(text -> new Fall(before.step(), figure.id(), text))
                    .ifPresent(falls::add);
        }
    }

    private static Optional<String> fall(Ratio before, Figure figure, StepData after) {
        Optional<Ratio> ratio = after.figure(figure.id()).flatMap(after::ratio);
        if (ratio.isEmpty()) {
            return Optional.of("not measured any more");
        }
        return ratio.filter(before::isBetterThan).map(worse -> text(before, worse));
    }

    private static String text(Ratio before, Ratio worse) {
        return String.format(
                Locale.ROOT,
                "ratio %.3g, stored %.3g ± %.0f %%, %s is better",
                worse.value(),
                before.value(),
                before.noise() * 100,
                before.better().name().toLowerCase(Locale.ROOT));
    }
}
