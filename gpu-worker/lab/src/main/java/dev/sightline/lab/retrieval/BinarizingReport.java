package dev.sightline.lab.retrieval;

import dev.sightline.lab.metrics.Interval;
import dev.sightline.lab.report.Plot;
import dev.sightline.lab.report.Section;
import dev.sightline.lab.report.Table;
import dev.sightline.lab.report.Table.Cell;
import java.util.ArrayList;
import java.util.List;

/** P3: what each binarizer costs against the floats of its layer, query by query, and how many bytes it saves. */
public record BinarizingReport(FeatureComparison comparison) {

    private static final String RAW = "cosine";
    private static final String ZERO = "hamming-zero";

    /** The section {@code p3}. */
    public Section toSection() {
        List<Ranking> binary = comparison.rankings().stream()
                .filter(ranking -> ranking.representation().binary())
                .toList();
        return Section.of(
                "p3",
                "P3: Loss and size of binarizing",
                summary(binary),
                List.of(table(binary)),
                List.of(bars(binary)));
    }

    private String summary(List<Ranking> binary) {
        long worse = binary.stream()
                .filter(ranking -> loss(ranking, Ranking.DEPTH).high() < 0)
                .count();
        long better = binary.stream()
                .filter(ranking -> loss(ranking, Ranking.DEPTH).low() > 0)
                .count();
        long alike = binary.size() - worse - better;
        return "%s. Differences are Precision@K of the bits less that of the same layer's floats by %s, paired by query, with 95 %% "
                        .formatted(comparison.about(), RAW)
                + "bootstrap interval. At K = 10, of %d binarizers %d lose outside the interval, %d gain, %d cannot be told apart."
                        .formatted(binary.size(), worse, better, alike);
    }

    private Table table(List<Ranking> binary) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Ranking ranking : binary) {
            Representation how = ranking.representation();
            List<Cell> row = new ArrayList<>(List.of(
                    new Cell.Text(how.embedder()),
                    new Cell.Text(how.layer()),
                    new Cell.Text(how.distance()),
                    new Cell.Count(how.bytes()),
                    new Cell.Decimal((double) raw(ranking).representation().bytes() / how.bytes(), 1)));
            PrecisionReport.CUTS.forEach(k -> row.add(new Cell.Estimate(loss(ranking, k), PrecisionReport.DECIMALS)));
            row.add(againstZero(ranking));
            rows.add(row);
        }
        return new Table(
                "loss",
                "Precision of bits less that of floats, and (last column) less that of zero thresholds on the same layer",
                List.of(
                        "embedder",
                        "layer",
                        "binarizer",
                        "bytes",
                        "times smaller",
                        "dP@1",
                        "dP@5",
                        "dP@10",
                        "dP@10 to zero"),
                rows);
    }

    private Cell againstZero(Ranking ranking) {
        if (ranking.representation().distance().equals(ZERO)) {
            return new Cell.Missing("itself");
        }
        return comparison
                .sibling(ranking, ZERO)
                .<Cell>map(
                        zero -> new Cell.Estimate(difference(ranking, zero, Ranking.DEPTH), PrecisionReport.DECIMALS))
                .orElseGet(() -> new Cell.Missing("no zero thresholds"));
    }

    private Interval loss(Ranking ranking, int k) {
        return difference(ranking, raw(ranking), k);
    }

    private Ranking raw(Ranking ranking) {
        return comparison.sibling(ranking, RAW).orElseThrow();
    }

    private Interval difference(Ranking ranking, Ranking other, int k) {
        return comparison.bootstrap().meanDifference(ranking.precision(k), other.precision(k));
    }

    private Plot bars(List<Ranking> binary) {
        String embedder = binary.getFirst().representation().embedder();
        List<Plot.Bars.Bar> bars = binary.stream()
                .filter(ranking -> ranking.representation().embedder().equals(embedder))
                .map(ranking -> new Plot.Bars.Bar(ranking.representation().distance(), loss(ranking, Ranking.DEPTH)))
                .toList();
        return new Plot.Bars(
                "loss",
                "Change of Precision@10 by binarizing %s".formatted(embedder),
                new Plot.Axis("dP@10", false),
                bars);
    }
}
