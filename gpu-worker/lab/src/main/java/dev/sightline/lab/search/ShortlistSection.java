package dev.sightline.lab.search;

import dev.sightline.index.VectorBytes;
import dev.sightline.lab.metrics.Bootstrap;
import dev.sightline.lab.metrics.Interval;
import dev.sightline.lab.report.Plot;
import dev.sightline.lab.report.Section;
import dev.sightline.lab.report.Table;
import dev.sightline.lab.report.Table.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Protocol P5: what the second stage gains over Hamming distance alone, and loses to the exact scan, by shortlist. */
final class ShortlistSection {

    private static final int FEWEST = 50;
    private static final List<String> COLUMNS =
            List.of("search", "shortlist", "share of index", "P@10", "against Hamming", "against exact", "recall@10");

    private final SearchFindings findings;
    private final Bootstrap bootstrap;

    ShortlistSection(SearchFindings findings) {
        this.findings = findings;
        this.bootstrap = Bootstrap.of(findings.task().seed());
    }

    Section toSection() {
        return Section.of(
                "p5",
                "P5: Gain of the second stage",
                summary(),
                List.of(gains(), bytes()),
                List.of(precisionAgainstShortlist()));
    }

    private List<Measured> shortlists() {
        return findings.twoStage().stream()
                .filter(measured -> measured.shortlist() >= FEWEST)
                .toList();
    }

    /** Its order does not depend on the shortlist. */
    private Measured hamming() {
        return findings.hamming().getFirst();
    }

    private String summary() {
        Measured usual = shortlists().get(1);
        Interval loss =
                bootstrap.meanDifference(usual.precision(), findings.exact().precision());
        VectorBytes bytes = findings.bytes();
        return String.format(
                Locale.ROOT,
                "%s With a shortlist of %d (%.1f %% of the index) P@10 differs from the exact scan's by %+.2f points (95 %% interval %+.2f"
                        + " to %+.2f). The first stage reads %d bytes, 1/%.1f of the %d bytes of the dense vectors.",
                findings.provenance(),
                usual.shortlist(),
                100 * share(usual),
                100 * loss.value(),
                100 * loss.low(),
                100 * loss.high(),
                bytes.binary(),
                (double) bytes.dense() / bytes.binary(),
                bytes.dense());
    }

    private double share(Measured measured) {
        return Math.min(
                1, (double) measured.shortlist() / findings.task().indexed().size());
    }

    private Table gains() {
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(List.of(
                new Cell.Text("Hamming only"),
                new Cell.Missing("no second stage"),
                new Cell.Missing("no second stage"),
                new Cell.Estimate(bootstrap.mean(hamming().precision()), 3),
                new Cell.Missing("itself"),
                difference(hamming(), findings.exact()),
                new Cell.Missing("another order")));
        shortlists().forEach(measured -> rows.add(row("two stages", measured)));
        rows.add(row("exact scan", findings.exact()));
        return new Table("gain", "P@10 by shortlist, with paired differences", COLUMNS, rows);
    }

    private List<Cell> row(String search, Measured measured) {
        return List.of(
                new Cell.Text(search),
                new Cell.Count(measured.shortlist()),
                new Cell.Decimal(share(measured), 3),
                new Cell.Estimate(bootstrap.mean(measured.precision()), 3),
                difference(measured, hamming()),
                difference(measured, findings.exact()),
                new Cell.Estimate(bootstrap.mean(measured.recall()), 3));
    }

    private Cell difference(Measured measured, Measured other) {
        return new Cell.Estimate(bootstrap.meanDifference(measured.precision(), other.precision()), 3);
    }

    private Table bytes() {
        VectorBytes bytes = findings.bytes();
        int images = findings.task().indexed().size();
        return new Table(
                "bytes",
                "Files of vectors on disk, measured in OpenSearch",
                List.of("stage", "bytes", "bytes per image", "share of dense"),
                List.of(
                        bytesRow("Hamming candidates", bytes.binary(), images),
                        bytesRow("dense vectors", bytes.dense(), images)));
    }

    private List<Cell> bytesRow(String stage, long bytes, int images) {
        return List.of(
                new Cell.Text(stage),
                new Cell.Count(bytes),
                new Cell.Decimal((double) bytes / images, 1),
                new Cell.Decimal((double) bytes / findings.bytes().dense(), 4));
    }

    private Plot precisionAgainstShortlist() {
        List<Plot.Point> points = shortlists().stream()
                .map(measured -> new Plot.Point(measured.shortlist(), bootstrap.mean(measured.precision())))
                .toList();
        return new Plot.Lines(
                "precision-shortlist",
                "P@10 against the shortlist",
                new Plot.Axis("candidates of the first stage", true),
                new Plot.Axis("P@10", false),
                List.of(
                        new Plot.Series("two stages", points),
                        constant("exact scan", findings.exact()),
                        constant("Hamming only", hamming())));
    }

    private Plot.Series constant(String name, Measured measured) {
        double mean = bootstrap.mean(measured.precision()).value();
        return Plot.Series.reference(
                name,
                List.of(
                        Plot.Point.of(shortlists().getFirst().shortlist(), mean),
                        Plot.Point.of(shortlists().getLast().shortlist(), mean)));
    }
}
