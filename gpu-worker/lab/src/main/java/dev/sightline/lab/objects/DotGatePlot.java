package dev.sightline.lab.objects;

import dev.sightline.lab.report.Plot;
import dev.sightline.visual.DotGate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;

/** Precision of shown dots against recall of right boxes, on the evaluation data, for falling shares of right boxes to keep. */
record DotGatePlot(DotGateFindings findings) {

    private static final int FLOORS = 20;

    Plot plot() {
        List<Plot.Series> series = new ArrayList<>();
        for (DotTrial trial : findings.bestOfKinds()) {
            DotGateSweep sweep = DotGateSweep.of(trial.tuning(), DotGateSweep.Signals.ALL);
            series.add(new Plot.Series(trial.words(), points(share -> {
                DotGate gate = sweep.best(share);
                return trial.evaluation().shown(gate);
            })));
        }
        DotTrial any = findings.trials().getFirst();
        series.add(Plot.Series.reference(
                "confidence of the detector",
                points(share -> DotChoice.confident(any, share).evaluation())));
        return new Plot.Lines(
                "p7-precision",
                "Precision of shown dots by the share of right boxes kept",
                new Plot.Axis("recall of right boxes", false),
                new Plot.Axis("precision of shown dots", false),
                series);
    }

    private static List<Plot.Point> points(DoubleFunction<Shown> shown) {
        List<Plot.Point> points = new ArrayList<>();
        IntStream.rangeClosed(1, FLOORS)
                .mapToObj(i -> shown.apply((double) i / FLOORS))
                .forEach(one -> {
                    JudgedDots.Outcome outcome = one.outcome();
                    if (outcome.precision().isPresent() && outcome.recall().isPresent()) {
                        points.add(Plot.Point.of(
                                outcome.recall().getAsDouble(),
                                outcome.precision().getAsDouble()));
                    }
                });
        return points.stream().distinct().toList();
    }
}
