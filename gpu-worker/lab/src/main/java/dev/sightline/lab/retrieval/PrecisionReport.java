package dev.sightline.lab.retrieval;

import dev.sightline.lab.metrics.ClassMeans;
import dev.sightline.lab.report.Gallery;
import dev.sightline.lab.report.Gallery.Picture;
import dev.sightline.lab.report.Gallery.Verdict;
import dev.sightline.lab.report.Plot;
import dev.sightline.lab.report.Section;
import dev.sightline.lab.report.Table;
import dev.sightline.lab.report.Table.Cell;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** P1: Precision at 1, 5 and 10 of the reference embedder by cosine, overall and per label. */
public record PrecisionReport(FeatureComparison comparison) {

    static final List<Integer> CUTS = List.of(1, 5, 10);
    static final int DECIMALS = 3;

    private static final String DISTANCE = "cosine";
    private static final int WORST = 12;
    private static final int SHOWN = 5;
    private static final int CONFUSED = 12;

    /** The section {@code p1}. */
    public Section toSection() {
        Ranking ranking = comparison.reference(DISTANCE);
        return new Section(
                "p1",
                "P1: Precision of %s".formatted(ranking.representation().name()),
                summary(ranking),
                List.of(overall(ranking), perLabel(ranking)),
                List.of(bars(ranking), confusion(ranking)),
                List.of(worst(ranking)));
    }

    private String summary(Ranking ranking) {
        RetrievalTask task = comparison.task();
        return String.format(
                Locale.ROOT,
                "%s. %d queries, each against the other %d evaluation images less its own near-duplicates; %d images are no queries, "
                        + "since nothing else has their label. Relevant = same label; fewer than K results still divide by K. "
                        + "Precision@10 is %.3f; the largest possible here is %.3f, since many labels have fewer than ten images.",
                comparison.about(),
                task.queries().size(),
                task.images().size() - 1,
                task.unanswerable(),
                Arrays.stream(ranking.precision(Ranking.DEPTH)).average().orElseThrow(),
                task.largestPrecision(Ranking.DEPTH));
    }

    private Table overall(Ranking ranking) {
        List<List<Cell>> rows = new ArrayList<>();
        for (int k : CUTS) {
            double[] precision = ranking.precision(k);
            rows.add(List.of(
                    new Cell.Count(k),
                    new Cell.Estimate(comparison.bootstrap().mean(precision), DECIMALS),
                    new Cell.Decimal(
                            ClassMeans.of(comparison.task().queryLabels(), precision)
                                    .mean(),
                            DECIMALS),
                    new Cell.Decimal(comparison.task().largestPrecision(k), DECIMALS)));
        }
        return new Table(
                "precision",
                "Precision@K with 95 % bootstrap interval over queries, and the mean over labels",
                List.of("K", "Precision@K", "mean over labels", "largest possible"),
                rows);
    }

    private Table perLabel(Ranking ranking) {
        List<String> labels = comparison.task().queryLabels();
        List<Map<String, Double>> means = CUTS.stream()
                .<Map<String, Double>>map(
                        k -> ClassMeans.of(labels, ranking.precision(k)).means())
                .toList();
        List<List<Cell>> rows = new ArrayList<>();
        for (String label : means.getFirst().keySet()) {
            List<Cell> row = new ArrayList<>();
            row.add(new Cell.Text(label));
            row.add(new Cell.Count(Collections.frequency(labels, label)));
            means.forEach(mean -> row.add(new Cell.Decimal(mean.getOrDefault(label, 0.0), DECIMALS)));
            rows.add(row);
        }
        return new Table("labels", "Precision@K per label", List.of("label", "queries", "P@1", "P@5", "P@10"), rows);
    }

    private Plot bars(Ranking ranking) {
        List<Plot.Bars.Bar> bars = CUTS.stream()
                .map(k -> new Plot.Bars.Bar("P@" + k, comparison.bootstrap().mean(ranking.precision(k))))
                .toList();
        return new Plot.Bars("precision", "Precision@K with 95 % interval", new Plot.Axis("Precision@K", false), bars);
    }

    /** For the labels with most queries: which labels the first five results have. */
    private Plot confusion(Ranking ranking) {
        List<String> labels = comparison.task().queryLabels();
        List<String> names = labels.stream()
                .distinct()
                .sorted(Comparator.<String>comparingInt(label -> -Collections.frequency(labels, label))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(CONFUSED)
                .toList();
        List<List<Double>> shares = names.stream()
                .map(label -> names.stream()
                        .map(found -> share(ranking, label, found))
                        .toList())
                .toList();
        return new Plot.Matrix(
                "confusion", "Labels of the first five results (column) for queries of a label (row)", names, shares);
    }

    private double share(Ranking ranking, String label, String found) {
        List<String> resultLabels = IntStream.range(0, ranking.results().size())
                .filter(i -> comparison.task().queryLabels().get(i).equals(label))
                .boxed()
                .flatMap(i -> ranking.results().get(i).stream().limit(SHOWN))
                .map(result -> comparison.task().images().get(result).label())
                .toList();
        return resultLabels.isEmpty() ? 0 : (double) Collections.frequency(resultLabels, found) / resultLabels.size();
    }

    private Gallery worst(Ranking ranking) {
        double[] precision = ranking.precision(Ranking.DEPTH);
        List<Gallery.Row> rows = IntStream.range(0, precision.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> precision[i]))
                .limit(WORST)
                .map(i -> row(ranking, i))
                .toList();
        return new Gallery("worst-queries", "The queries with the lowest Precision@10, and their first results", rows);
    }

    private Gallery.Row row(Ranking ranking, int index) {
        int query = comparison.task().queries().get(index);
        List<Picture> results = ranking.results().get(index).stream()
                .limit(SHOWN)
                .map(result ->
                        picture(result, comparison.task().relevant(query, result) ? Verdict.RIGHT : Verdict.WRONG))
                .toList();
        return new Gallery.Row(picture(query, Verdict.NONE), results);
    }

    private Picture picture(int image, Verdict verdict) {
        var labelled = comparison.task().images().get(image);
        return Picture.of(labelled.path(), labelled.label(), verdict);
    }
}
