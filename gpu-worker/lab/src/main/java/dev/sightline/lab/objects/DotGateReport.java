package dev.sightline.lab.objects;

import dev.sightline.lab.metrics.GroupBootstrap;
import dev.sightline.lab.metrics.Interval;
import dev.sightline.lab.report.Section;
import dev.sightline.lab.report.Table;
import dev.sightline.lab.report.Table.Cell;
import dev.sightline.visual.DotGate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;

/** What P7 found, in tables, curves and words. */
record DotGateReport(
        DotGateTuning.Inputs inputs,
        DotGateFindings findings,
        DotChoice open,
        DotChoice confident,
        List<DotChoice> gated) {

    private static final int DECIMALS = 3;

    DotGateReport {
        gated = List.copyOf(gated);
    }

    static DotGateReport of(DotGateTuning.Inputs inputs, DotGateFindings findings) {
        return new DotGateReport(inputs, findings, findings.open(), findings.confident(), findings.gated());
    }

    Section section() {
        return new Section(
                "p7",
                "P7: Dot gate",
                summary(),
                List.of(choices(), gains(), settings()),
                List.of(new DotGatePlot(findings).plot()),
                List.of());
    }

    private Table choices() {
        List<List<Cell>> rows = new ArrayList<>();
        List<DotChoice> choices =
                Stream.concat(Stream.of(open, confident), gated.stream()).toList();
        for (DotChoice choice : choices) {
            rows.add(row("tuning", choice, choice.tuning(), findings.tuning()));
        }
        for (DotChoice choice : choices) {
            rows.add(row("evaluation", choice, choice.evaluation(), findings.evaluation()));
        }
        return new Table(
                "p7-gates",
                "Dots without a gate and by the rules that are most precise on the tuning data among those that keep at least %.0f %% of the right boxes there"
                        .formatted(DotGateTuning.MIN_RECALL * 100),
                List.of("split", "dots by", "dots", "precision", "recall of right boxes", "pictures", "without dots"),
                rows);
    }

    private List<Cell> row(String split, DotChoice choice, Shown shown, JudgedDots dots) {
        return List.of(
                new Cell.Text(split),
                new Cell.Text(choice.name()),
                new Cell.Count(shown.outcome().shown()),
                estimate(interval(dots, times -> shown.outcome(times).precision()), "no dot"),
                estimate(interval(dots, times -> shown.outcome(times).recall()), "no right box"),
                new Cell.Count(dots.pictures()),
                new Cell.Count(shown.picturesWithout()));
    }

    private Table gains() {
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(List.of(
                new Cell.Text(confident.name()),
                estimate(gain(confident, open), "no dot"),
                new Cell.Missing("itself")));
        for (DotChoice choice : gated) {
            rows.add(List.of(
                    new Cell.Text(choice.name()),
                    estimate(gain(choice, open), "no dot"),
                    estimate(gain(choice, confident), "no dot")));
        }
        return new Table(
                "p7-gain",
                "Precision of dots minus that without a gate and minus that by confidence alone, on the same pictures of the evaluation data",
                List.of("dots by", "against all boxes", "against confidence alone"),
                rows);
    }

    private Optional<Interval> gain(DotChoice choice, DotChoice other) {
        return interval(findings.evaluation(), times -> choice.evaluation().precisionGain(other.evaluation(), times));
    }

    private Table settings() {
        return new Table(
                "p7-settings",
                "All that was tried, each with the gate that is best on the tuning data; gain: precision on the evaluation data minus that without a gate",
                List.of(
                        "searched",
                        "results",
                        "category",
                        "max distance",
                        "min annotation",
                        "min conformity",
                        "tuning precision",
                        "gain",
                        "recall",
                        "without dots"),
                findings.trials().stream().map(this::row).toList());
    }

    private List<Cell> row(DotTrial trial) {
        DotSetting setting = trial.setting();
        DotGate gate = trial.gate();
        DotChoice choice = DotChoice.of("", trial, gate);
        return List.of(
                new Cell.Text(setting.collection().name()),
                new Cell.Count(setting.neighbors()),
                new Cell.Text(setting.conformity().words()),
                new Cell.Decimal(gate.maxTopDistance(), DECIMALS),
                new Cell.Decimal(gate.minTopAnnotation(), DECIMALS),
                new Cell.Decimal(gate.minConformity(), DECIMALS),
                new Cell.Decimal(trial.tunedPrecision(), DECIMALS),
                estimate(gain(choice, open), "no dot"),
                estimate(
                        interval(
                                findings.evaluation(),
                                times -> choice.evaluation().outcome(times).recall()),
                        "no right box"),
                new Cell.Count(choice.evaluation().picturesWithout()));
    }

    private String summary() {
        JudgedDots tuning = findings.tuning();
        JudgedDots evaluation = findings.evaluation();
        return "Tuned on %s (%d pictures, %d boxes) and measured on %s (%d pictures, %d boxes) with %s and binarizer %s; detector %s, seed %d, intervals from %d resamplings of the pictures. A box is searched without its own picture, other pictures of its cut-outs and near-duplicates. %s"
                .formatted(
                        inputs.tuning().name(),
                        tuning.pictures(),
                        tuning.dots().size(),
                        inputs.evaluation().name(),
                        evaluation.pictures(),
                        evaluation.dots().size(),
                        inputs.encoder().embedder().id(),
                        inputs.encoder().binarizer().ref().id(),
                        inputs.detector().ref().id(),
                        inputs.seed(),
                        DotGateTuning.RESAMPLES,
                        verdict());
    }

    private String verdict() {
        DotTrial chosen = findings.chosen();
        Optional<Interval> gain = gain(findings.gated(chosen), open);
        if (gain.isEmpty()) {
            return "There is no dot to judge on the evaluation data.";
        }
        Interval difference = gain.get();
        DotGate gate = chosen.gate();
        return "The chosen gate (%s, %d results, top distance at most %.3f, top annotation at least %.3f, conformity at least %.3f) changes the precision of dots by %.3f (%.3f to %.3f) on the evaluation data%s."
                .formatted(
                        chosen.setting().collection().name(),
                        chosen.setting().neighbors(),
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
        return new GroupBootstrap(dots.pictures(), DotGateTuning.RESAMPLES, inputs.seed()).interval(figure);
    }
}
