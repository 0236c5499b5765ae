package dev.sightline.lab.retrieval;

import dev.sightline.lab.metrics.ClassMeans;
import dev.sightline.lab.metrics.Interval;
import dev.sightline.lab.report.Plot;
import dev.sightline.lab.report.Section;
import dev.sightline.lab.report.Table;
import dev.sightline.lab.report.Table.Cell;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** P2: every embedder, layer and distance side by side, with the bytes that each takes. */
public record GridReport(FeatureComparison comparison) {

    private static final int MOST_BARS = 24;

    /** The section {@code p2}. */
    public Section toSection() {
        Map<Ranking, Interval> byTen = new LinkedHashMap<>();
        comparison.rankings().forEach(ranking -> byTen.put(ranking, estimate(ranking, Ranking.DEPTH)));
        return Section.of(
                "p2",
                "P2: Features, layers and distances compared",
                summary(byTen),
                List.of(table(byTen)),
                List.of(scatter(byTen), bars(byTen)));
    }

    private String summary(Map<Ranking, Interval> byTen) {
        long warnings = byTen.keySet().stream()
                .filter(ranking -> ranking.representation().warns())
                .count();
        return "%s. Binarizers are fitted to the calibration split, all numbers are of the evaluation split. Best by Precision@10: %s "
                        .formatted(comparison.about(), best(byTen, false))
                + "(floats), %s (bits). In %d representations the share of set bits lies outside 0.3 to 0.7 (marked !)."
                        .formatted(best(byTen, true), warnings);
    }

    private static String best(Map<Ranking, Interval> byTen, boolean binary) {
        return byTen.entrySet().stream()
                .filter(entry -> entry.getKey().representation().binary() == binary)
                .max(Comparator.comparingDouble(entry -> entry.getValue().value()))
                .map(entry -> entry.getKey().representation().name())
                .orElse("none");
    }

    private Table table(Map<Ranking, Interval> byTen) {
        List<List<Cell>> rows = new ArrayList<>();
        byTen.forEach((ranking, ten) -> rows.add(row(ranking, ten)));
        return new Table(
                "grid",
                "Precision@K with 95 % bootstrap interval; label mean: P@10 averaged over labels",
                List.of("embedder", "layer", "distance", "bytes", "set bits", "P@1", "P@5", "P@10", "label mean"),
                rows);
    }

    private List<Cell> row(Ranking ranking, Interval ten) {
        Representation how = ranking.representation();
        double labels = ClassMeans.of(comparison.task().queryLabels(), ranking.precision(Ranking.DEPTH))
                .mean();
        return List.of(
                new Cell.Text(how.embedder()),
                new Cell.Text(how.layer()),
                new Cell.Text(how.distance() + (how.warns() ? " !" : "")),
                new Cell.Count(how.bytes()),
                how.setBits() == null ? new Cell.Missing("floats") : new Cell.Decimal(how.setBits(), 2),
                new Cell.Estimate(estimate(ranking, 1), PrecisionReport.DECIMALS),
                new Cell.Estimate(estimate(ranking, 5), PrecisionReport.DECIMALS),
                new Cell.Estimate(ten, PrecisionReport.DECIMALS),
                new Cell.Decimal(labels, PrecisionReport.DECIMALS));
    }

    private Interval estimate(Ranking ranking, int k) {
        return comparison.bootstrap().mean(ranking.precision(k));
    }

    private static Plot scatter(Map<Ranking, Interval> byTen) {
        Map<String, List<Plot.Point>> series = new LinkedHashMap<>();
        byTen.forEach((ranking, ten) -> {
            Representation how = ranking.representation();
            String name = "%s %s".formatted(how.embedder(), how.binary() ? "bits" : "floats");
            series.computeIfAbsent(name, none -> new ArrayList<>()).add(new Plot.Point(how.bytes(), ten));
        });
        return new Plot.Scatter(
                "precision-by-bytes",
                "Precision@10 against bytes per vector",
                new Plot.Axis("bytes per vector", true),
                new Plot.Axis("Precision@10", false),
                series.entrySet().stream()
                        .map(entry -> new Plot.Series(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private static Plot bars(Map<Ranking, Interval> byTen) {
        List<Plot.Bars.Bar> bars = byTen.entrySet().stream()
                .sorted(Comparator.comparingDouble(entry -> -entry.getValue().value()))
                .limit(MOST_BARS)
                .map(entry -> new Plot.Bars.Bar(entry.getKey().representation().name(), entry.getValue()))
                .toList();
        return new Plot.Bars(
                "best",
                "Precision@10 of the best %d".formatted(bars.size()),
                new Plot.Axis("Precision@10", false),
                bars);
    }
}
