package dev.sightline.lab.report;

import dev.sightline.lab.metrics.Interval;
import dev.sightline.lab.report.Gallery.Mark;
import dev.sightline.lab.report.Gallery.Picture;
import dev.sightline.lab.report.Gallery.Row;
import dev.sightline.lab.report.Gallery.Verdict;
import dev.sightline.lab.report.Plot.Axis;
import dev.sightline.lab.report.Plot.Bars;
import dev.sightline.lab.report.Plot.Bars.Bar;
import dev.sightline.lab.report.Plot.Lines;
import dev.sightline.lab.report.Plot.Matrix;
import dev.sightline.lab.report.Plot.Point;
import dev.sightline.lab.report.Plot.Scatter;
import dev.sightline.lab.report.Plot.Series;
import dev.sightline.lab.report.Provenance.DataSet;
import dev.sightline.lab.report.Provenance.Model;
import dev.sightline.lab.report.Provenance.Times;
import dev.sightline.lab.report.Table.Cell;
import dev.sightline.visual.NormalizedBox;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** A report of made-up numbers that looks like a real one: every kind of table, plot and gallery. */
final class SampleReport {

    private static final List<String> FEATURES = List.of(
            "lite0 pooled, L2",
            "lite0 pooled, Hamming",
            "lite1 pooled, L2",
            "lite2 pooled, L2",
            "lite0 logits, cosine");
    private static final Axis PRECISION = new Axis("precision", false);

    private final Random random = new Random(7);
    private final List<Path> pictures;

    private SampleReport(List<Path> pictures) {
        this.pictures = List.copyOf(pictures);
    }

    /** @param pictures at least 8 image files */
    static Report of(List<Path> pictures) {
        return new SampleReport(pictures).report();
    }

    static Provenance provenance() {
        return new Provenance(
                List.of(new DataSet("tuxpaint", "401 pictures, 38 labels", "9f86d081884c7d659a2feaa0c55ad015")),
                List.of(
                        new Model("embedder", "efficientnet-lite0", "1", "2c26b46b68ffc68ff99b453c1d304134"),
                        new Model("detector", "nanodet", "1", "fcde2b2edba56bf408601fb721fe9b5c")),
                42,
                new Machine("Example 9000 @ 3.0 GHz", 2, 25_769_803_776L, "Linux amd64", "Example 25+36"),
                new Times(Instant.parse("2026-01-02T03:04:05Z"), Duration.ofSeconds(192)));
    }

    private Report report() {
        return new Report(
                "How well Sightline finds what looks alike",
                provenance(),
                List.of(precision(), binarizers(), search(), detection(), labels()));
    }

    private Section precision() {
        Table table = new Table(
                "p1",
                "Precision at k, leave one out, 95 % intervals over queries",
                List.of("features", "distance", "bytes", "P@1", "P@5", "P@10", "P@20"),
                FEATURES.stream().map(this::precisionRow).toList());
        return new Section(
                "p1",
                "P1: precision at k",
                "On tuxpaint (401 pictures, 38 labels, near-duplicates kept together) with efficientnet-lite0 to lite2 and seed 42, the larger embedders find more of the same label at every k; the distance matters less than the embedder.",
                List.of(table),
                List.of(curves("precision-at-k", FEATURES), bars()),
                List.of(worst()));
    }

    private List<Cell> precisionRow(String feature) {
        List<Cell> row = new ArrayList<>();
        row.add(new Cell.Text(feature));
        row.add(new Cell.Text(feature.substring(feature.indexOf(',') + 2)));
        row.add(new Cell.Count(feature.contains("Hamming") ? 160 : 5120));
        for (int k = 0; k < 4; k++) {
            double value = 0.82 - 0.06 * k + 0.05 * random.nextDouble();
            row.add(
                    k == 3 && feature.contains("logits")
                            ? new Cell.Missing("fewer than 20 pictures of a label")
                            : new Cell.Estimate(new Interval(value, value - 0.041, value + 0.041 + 0.01 * (k % 2)), 3));
        }
        return row;
    }

    private Lines curves(String name, List<String> names) {
        List<Series> series = new ArrayList<>();
        for (String each : names) {
            double start = 0.78 + 0.08 * random.nextDouble();
            series.add(new Series(
                    each,
                    IntStream.rangeClosed(1, 20)
                            .mapToObj(k -> point(k, start - 0.09 * Math.log(k), 0.02))
                            .toList()));
        }
        series.add(Series.reference("chance", List.of(Point.of(1, 0.05), Point.of(20, 0.05))));
        return new Lines(name, "Precision at k", new Axis("k", false), PRECISION, series);
    }

    private static Point point(double x, double y, double side) {
        return new Point(x, new Interval(y, y - side, y + side));
    }

    private Bars bars() {
        return new Bars(
                "at-10",
                "Precision at 10",
                PRECISION,
                FEATURES.stream()
                        .map(name -> {
                            double value = 0.55 + 0.15 * random.nextDouble();
                            return new Bar(name, new Interval(value, value - 0.05, value + 0.03));
                        })
                        .toList());
    }

    private Gallery worst() {
        Picture query = Picture.of(pictures.get(0), "hats/fedora.png", Verdict.NONE);
        List<Picture> results = IntStream.range(1, 8)
                .mapToObj(i -> Picture.of(
                        pictures.get(i),
                        "%d. birds/%d.png, cosine 0.8%d".formatted(i, i, 9 - i),
                        i % 3 == 0 ? Verdict.RIGHT : Verdict.WRONG))
                .toList();
        return new Gallery(
                "worst",
                "Queries with the fewest right answers",
                List.of(new Row(query, results), new Row(results.get(2), results)));
    }

    private Section binarizers() {
        List<Series> series = new ArrayList<>();
        for (String method : List.of("zero", "mean", "median", "rotation 4096", "projection head")) {
            double value = 0.5 + 0.2 * random.nextDouble();
            series.add(new Series(
                    method,
                    List.of(point(method.startsWith("r") ? 512 : 160, value, 0.03), point(5120, value + 0.05, 0.03))));
        }
        var scatter = new Scatter(
                "bytes", "Precision at 10 against size", new Axis("bytes per vector", true), PRECISION, series);
        Table table = new Table(
                "p2",
                "The price of bits",
                List.of("binarizer", "bits", "P@10", "difference to dense"),
                List.of(
                        List.of(
                                new Cell.Text("zero"),
                                new Cell.Count(1280),
                                new Cell.Decimal(0.532, 3),
                                new Cell.Estimate(new Interval(-0.11, -0.14, -0.08), 3)),
                        List.of(
                                new Cell.Text("median"),
                                new Cell.Count(1280),
                                new Cell.Decimal(0.601, 3),
                                new Cell.Estimate(new Interval(-0.03, -0.05, -0.01), 3)),
                        List.of(
                                new Cell.Text("projection head"),
                                new Cell.Count(4096),
                                new Cell.Missing("no head was trained"),
                                new Cell.Missing("not measured"))));
        return Section.of(
                "p2",
                "P2: what binarizing costs",
                "The median thresholds lose least.",
                List.of(table),
                List.of(scatter));
    }

    private Section search() {
        List<Series> series = new ArrayList<>();
        for (String mode : List.of("two-stage, oversample 10", "two-stage, oversample 4", "HNSW", "exact")) {
            double fast = 2 + 4 * random.nextDouble();
            series.add(new Series(
                    mode,
                    IntStream.range(0, 6)
                            .mapToObj(i -> Point.of(fast * Math.pow(1.9, i), 1 - 0.3 / (i + 1.3)))
                            .toList()));
        }
        return Section.of(
                "p4",
                "P4: recall against latency",
                "Measured on a real index of 50,000 vectors.",
                List.of(),
                List.of(new Lines(
                        "recall",
                        "Recall at 10 against latency",
                        new Axis("p50 latency, ms", true),
                        new Axis("recall@10", false),
                        series)));
    }

    private Section detection() {
        List<Series> series = new ArrayList<>();
        for (String detector : List.of("nanodet (composed)", "nanodet (photographs)", "centernet (composed)")) {
            double quality = 0.5 + 0.3 * random.nextDouble();
            series.add(new Series(
                    detector,
                    IntStream.rangeClosed(0, 100)
                            .mapToObj(i -> Point.of(quality * i / 100, 1 - 0.5 * Math.pow(i / 100.0, 3)))
                            .toList()));
        }
        List<Mark> marks = List.of(
                new Mark(new NormalizedBox(0.1, 0.2, 0.35, 0.5), "bird 0.91", Verdict.RIGHT),
                new Mark(new NormalizedBox(0.55, 0.1, 0.3, 0.3), "chair 0.44", Verdict.WRONG),
                new Mark(new NormalizedBox(0.5, 0.55, 0.45, 0.4), "boat", Verdict.MISSED));
        List<Row> rows = pictures.stream()
                .limit(4)
                .map(file -> new Row(
                        new Picture(file, file.getFileName() + ": 1 of 2 found", Verdict.NONE, marks), List.of()))
                .toList();
        return new Section(
                "p6",
                "P6: detection",
                "Each figure names the data it is on: 500 composed scenes, 40 photographs.",
                List.of(),
                List.of(new Lines(
                        "precision-recall",
                        "Precision and recall at IoU 0.5",
                        new Axis("recall", false),
                        PRECISION,
                        series)),
                List.of(new Gallery("scenes", "Where the detector errs", rows)));
    }

    private Section labels() {
        List<Point> ideal = List.of(Point.of(0, 0), Point.of(1, 1));
        List<Point> measured = IntStream.range(0, 10)
                .mapToObj(i -> point(0.05 + i * 0.1, Math.pow(0.05 + i * 0.1, 1.4), 0.04))
                .toList();
        var reliability = new Lines(
                "reliability",
                "Reliability of label confidences",
                new Axis("confidence", false),
                new Axis("share right", false),
                List.of(new Series("after temperature", measured), Series.reference("ideal", ideal)));
        return Section.of(
                "labels",
                "Labels",
                "Confusions.",
                List.of(),
                List.of(reliability, confusion("few", 9), confusion("many", 38)));
    }

    private Matrix confusion(String name, int size) {
        List<List<Double>> shares = new ArrayList<>();
        for (int row = 0; row < size; row++) {
            List<Double> cells = new ArrayList<>();
            for (int column = 0; column < size; column++) {
                double other = random.nextInt(6) == 0 ? 0.12 * random.nextDouble() : 0;
                cells.add(row == column ? 0.5 + 0.5 * random.nextDouble() : other);
            }
            shares.add(cells);
        }
        List<String> names =
                IntStream.range(0, size).mapToObj(i -> "animals-" + i).toList();
        return new Matrix("confusion-" + name, "Confusion of " + size + " labels, in percent", names, shares);
    }
}
