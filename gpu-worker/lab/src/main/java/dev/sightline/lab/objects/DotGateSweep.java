package dev.sightline.lab.objects;

import dev.sightline.visual.DotGate;
import dev.sightline.visual.DotSignals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds thresholds on judged boxes: every combination of a few values of each signal is tried.
 *
 * <p>The values are evenly spaced quantiles of what occurs, and the value that lets everything pass. Pure.
 */
record DotGateSweep(List<Tried> tried) {

    private static final int VALUES = 16;
    private static final int DECIMALS = 3;

    /** A gate, and what it makes of the boxes. */
    record Tried(DotGate gate, JudgedDots.Outcome outcome) {

        double precision() {
            return outcome.precision().orElse(0);
        }

        double recall() {
            return outcome.recall().orElse(1);
        }
    }

    /** Which signals a gate may use. */
    enum Signals {
        ALL("all three"),
        DISTANCE("top distance only"),
        ANNOTATION("top annotation only"),
        CONFORMITY("conformity only");

        private final String words;

        Signals(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }

        boolean use(Signals one) {
            return this == ALL || this == one;
        }
    }

    /** The value that lets everything pass, and how another is rounded so that what just passed still does. */
    private enum Open {
        LARGEST(1, RoundingMode.CEILING),
        SMALLEST(0, RoundingMode.FLOOR);

        private final double value;
        private final RoundingMode rounding;

        Open(double value, RoundingMode rounding) {
            this.value = value;
            this.rounding = rounding;
        }

        /** To as many decimals as people want to read in a policy. */
        double rounded(double threshold) {
            return BigDecimal.valueOf(threshold).setScale(DECIMALS, rounding).doubleValue();
        }
    }

    /** The gates that these boxes suggest. */
    static DotGateSweep of(JudgedDots dots, Signals signals) {
        List<Double> distances = values(dots, signals.use(Signals.DISTANCE), Open.LARGEST, DotSignals::topDistance);
        List<Double> annotations =
                values(dots, signals.use(Signals.ANNOTATION), Open.SMALLEST, DotSignals::topAnnotation);
        List<Double> conformities =
                values(dots, signals.use(Signals.CONFORMITY), Open.SMALLEST, DotSignals::conformity);
        List<Tried> tried = new ArrayList<>();
        for (double distance : distances) {
            for (double annotation : annotations) {
                for (double conformity : conformities) {
                    var gate = new DotGate(distance, annotation, conformity);
                    tried.add(new Tried(gate, dots.shown(gate).outcome()));
                }
            }
        }
        return new DotGateSweep(tried);
    }

    private static List<Double> values(
            JudgedDots dots, boolean used, Open open, Function<DotSignals, @Nullable Double> signal) {
        double[] sorted = dots.dots().stream()
                .map(dot -> signal.apply(dot.signals()))
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        DoubleStream quantiles = used && sorted.length > 0
                ? IntStream.range(0, VALUES)
                        .mapToDouble(i -> sorted[(int) ((long) i * (sorted.length - 1) / (VALUES - 1))])
                : DoubleStream.empty();
        return DoubleStream.concat(DoubleStream.of(open.value), quantiles.map(open::rounded))
                .distinct()
                .boxed()
                .toList();
    }

    /**
     * Of the gates that keep at least this share of the right boxes the one with the highest precision; of equally precise ones the
     * one that keeps more, then the first. The open gate keeps all, so there is always one.
     */
    DotGate best(double minRecall) {
        return tried.stream()
                .filter(one -> one.recall() >= minRecall)
                .max(Comparator.comparingDouble(Tried::precision).thenComparingDouble(Tried::recall))
                .map(Tried::gate)
                .orElse(DotGate.OPEN);
    }
}
