package dev.sightline.lab.objects;

import dev.sightline.lab.detection.ImageBootstrap;
import dev.sightline.lab.metrics.Interval;
import dev.sightline.lab.report.Plot;
import dev.sightline.lab.report.Section;
import dev.sightline.lab.report.Table;
import dev.sightline.lab.report.Table.Cell;
import dev.sightline.visual.DotGate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;

/** What P7 found, in tables, curves and words. */
record DotGateReport(DotGateTuning.Inputs inputs, JudgedDots tuning, JudgedDots evaluation) {

    private static final String OPEN = "none";
    private static final int DECIMALS = 3;
    private static final int FLOORS = 10;

    Section section() {
        Map<String, DotGate> gates = new LinkedHashMap<>();
        gates.put(OPEN, DotGate.OPEN);
        for (DotGateSweep.Signals signals : DotGateSweep.Signals.values()) {
            gates.put(signals.words(), DotGateSweep.of(tuning, signals).best(DotGateTuning.MIN_RECALL));
        }
        DotGate chosen = chosen();
        return Section.of("p7", "P7: Dot gate", summary(chosen), List.of(table(gates), gain(gates)), List.of(plot()));
    }

    private DotGate chosen() {
        return DotGateSweep.of(tuning, DotGateSweep.Signals.ALL).best(DotGateTuning.MIN_RECALL);
    }

    private Table table(Map<String, DotGate> gates) {
        List<List<Cell>> rows = new ArrayList<>();
        gates.forEach((name, gate) -> rows.add(row("tuning", name, gate, tuning)));
        gates.forEach((name, gate) -> rows.add(row("evaluation", name, gate, evaluation)));
        return new Table(
                "p7-gates",
                "Dots without a gate and with the gates that are most precise on the tuning data among those that keep at least %.0f %% of the right boxes there"
                        .formatted(DotGateTuning.MIN_RECALL * 100),
                List.of(
                        "split",
                        "gate",
                        "max distance",
                        "min annotation",
                        "min conformity",
                        "dots",
                        "precision",
                        "recall of right boxes",
                        "pictures",
                        "without dots"),
                rows);
    }

    private List<Cell> row(String split, String name, DotGate gate, JudgedDots dots) {
        return List.of(
                new Cell.Text(split),
                new Cell.Text(name),
                new Cell.Decimal(gate.maxTopDistance(), DECIMALS),
                new Cell.Decimal(gate.minTopAnnotation(), DECIMALS),
                new Cell.Decimal(gate.minConformity(), DECIMALS),
                new Cell.Count(dots.outcome(gate).shown()),
                estimate(interval(dots, times -> dots.outcome(gate, times).precision()), "no dot"),
                estimate(interval(dots, times -> dots.outcome(gate, times).recall()), "no right box"),
                new Cell.Count(dots.pictures()),
                new Cell.Count(dots.withoutDots(gate)));
    }

    private Table gain(Map<String, DotGate> gates) {
        return new Table(
                "p7-gain",
                "Precision of dots with a gate minus without, on the evaluation data",
                List.of("gate", "gain"),
                gates.entrySet().stream()
                        .filter(entry -> !entry.getKey().equals(OPEN))
                        .map(entry -> List.<Cell>of(
                                new Cell.Text(entry.getKey()), estimate(gain(entry.getValue()), "no dot")))
                        .toList());
    }

    private Optional<Interval> gain(DotGate gate) {
        return interval(evaluation, times -> {
            OptionalDouble with = evaluation.outcome(gate, times).precision();
            OptionalDouble without = evaluation.outcome(DotGate.OPEN, times).precision();
            return with.isPresent() && without.isPresent()
                    ? OptionalDouble.of(with.getAsDouble() - without.getAsDouble())
                    : OptionalDouble.empty();
        });
    }

    /** The most precise gates for falling shares of right boxes to keep, as chosen and as measured. */
    private Plot plot() {
        DotGateSweep sweep = DotGateSweep.of(tuning, DotGateSweep.Signals.ALL);
        List<DotGate> gates = IntStream.rangeClosed(1, FLOORS)
                .mapToObj(i -> sweep.best((double) i / FLOORS))
                .distinct()
                .toList();
        return new Plot.Lines(
                "p7-precision",
                "Precision of dots by the share of right boxes kept",
                new Plot.Axis("recall of right boxes", false),
                new Plot.Axis("precision of dots", false),
                List.of(
                        new Plot.Series("tuning", points(gates, tuning)),
                        new Plot.Series("evaluation", points(gates, evaluation))));
    }

    private static List<Plot.Point> points(List<DotGate> gates, JudgedDots dots) {
        List<Plot.Point> points = new ArrayList<>();
        for (DotGate gate : gates) {
            JudgedDots.Outcome outcome = dots.outcome(gate);
            if (outcome.precision().isPresent() && outcome.recall().isPresent()) {
                points.add(Plot.Point.of(
                        outcome.recall().getAsDouble(), outcome.precision().getAsDouble()));
            }
        }
        return points;
    }

    private String summary(DotGate gate) {
        return "Tuned on %s (%d pictures, %d boxes) and measured on %s (%d pictures, %d boxes), each box searched among %d labelled pictures with %s and binarizer %s; detector %s, seed %d, intervals from %d resamplings of the pictures. %s"
                .formatted(
                        inputs.tuning().name(),
                        tuning.pictures(),
                        tuning.dots().size(),
                        inputs.evaluation().name(),
                        evaluation.pictures(),
                        evaluation.dots().size(),
                        inputs.collection().size(),
                        inputs.encoder().embedder().id(),
                        inputs.encoder().binarizer().ref().id(),
                        inputs.detector().ref().id(),
                        inputs.seed(),
                        DotGateTuning.RESAMPLES,
                        verdict(gate));
    }

    private String verdict(DotGate gate) {
        Optional<Interval> gain = gain(gate);
        if (gain.isEmpty()) {
            return "There is no dot to judge on the evaluation data.";
        }
        Interval difference = gain.get();
        return "The chosen gate (top distance at most %.3f, top annotation at least %.3f, conformity at least %.3f) changes the precision of dots by %.3f (%.3f to %.3f) on the evaluation data%s."
                .formatted(
                        gate.maxTopDistance(),
                        gate.minTopAnnotation(),
                        gate.minConformity(),
                        difference.value(),
                        difference.low(),
                        difference.high(),
                        difference.excludesZero() ? "" : ", which may be chance");
    }

    private static Cell estimate(Optional<Interval> interval, String missing) {
        return interval.<Cell>map(value -> new Cell.Estimate(value, DECIMALS)).orElse(new Cell.Missing(missing));
    }

    private Optional<Interval> interval(JudgedDots dots, Function<int[], OptionalDouble> figure) {
        return new ImageBootstrap(dots.pictures(), DotGateTuning.RESAMPLES, inputs.seed()).interval(figure);
    }
}
