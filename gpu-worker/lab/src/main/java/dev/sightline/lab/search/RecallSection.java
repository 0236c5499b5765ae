package dev.sightline.lab.search;

import dev.sightline.lab.metrics.Bootstrap;
import dev.sightline.lab.metrics.Interval;
import dev.sightline.lab.report.Plot;
import dev.sightline.lab.report.Section;
import dev.sightline.lab.report.Table;
import dev.sightline.lab.report.Table.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Protocol P4: recall@10 of the index against an exact scan, and latency, by the number of candidates. */
final class RecallSection {

    private static final List<String> COLUMNS =
            List.of("search", "candidates", "compared with", "recall@10", "p50 ms", "p95 ms", "p99 ms");

    private static final int DEFAULT_SHORTLIST = 100;

    private final SearchFindings findings;
    private final Bootstrap bootstrap;

    RecallSection(SearchFindings findings) {
        this.findings = findings;
        this.bootstrap = Bootstrap.of(findings.task().seed());
    }

    Section toSection() {
        return Section.of(
                "p4",
                "P4: Recall and latency of the index",
                summary(),
                List.of(table()),
                List.of(recallAgainstLatency()));
    }

    private String summary() {
        Measured usual = findings.twoStage().stream()
                .filter(measured -> measured.shortlist() == DEFAULT_SHORTLIST)
                .findFirst()
                .orElseThrow();
        Interval recall = bootstrap.mean(usual.recall());
        return String.format(
                Locale.ROOT,
                "%s With %d candidates, the default for 10 results, the two stages find %.1f %% (95 %% interval %.1f to %.1f) of what an"
                        + " exact scan by cosine finds, in %.1f ms (p50); the scan takes %.1f ms. One client, one request at a time.",
                findings.provenance(),
                DEFAULT_SHORTLIST,
                100 * recall.value(),
                100 * recall.low(),
                100 * recall.high(),
                usual.latencies().p50(),
                findings.exact().latencies().p50());
    }

    private Table table() {
        List<List<Cell>> rows = new ArrayList<>();
        findings.hamming().forEach(measured -> rows.add(row("Hamming candidates", "all codes", measured)));
        findings.twoStage().forEach(measured -> rows.add(row("two stages", "exact scan", measured)));
        rows.add(row("exact scan", "itself", findings.exact()));
        return new Table("recall", "Recall@10 and latency of single requests by shortlist", COLUMNS, rows);
    }

    private List<Cell> row(String search, String reference, Measured measured) {
        return List.of(
                new Cell.Text(search),
                new Cell.Count(measured.shortlist()),
                new Cell.Text(reference),
                new Cell.Estimate(bootstrap.mean(measured.recall()), 3),
                new Cell.Decimal(measured.latencies().p50(), 1),
                new Cell.Decimal(measured.latencies().p95(), 1),
                new Cell.Decimal(measured.latencies().p99(), 1));
    }

    private Plot recallAgainstLatency() {
        List<Plot.Point> points = findings.twoStage().stream()
                .map(measured -> new Plot.Point(measured.latencies().p50(), bootstrap.mean(measured.recall())))
                .toList();
        Plot.Point scan = Plot.Point.of(findings.exact().latencies().p50(), 1);
        return new Plot.Scatter(
                "recall-latency",
                "Recall@10 against latency, shortlists of 10 to 500",
                new Plot.Axis("p50 ms", false),
                new Plot.Axis("recall@10 against the exact scan", false),
                List.of(new Plot.Series("two stages", points), Plot.Series.reference("exact scan", List.of(scan))));
    }
}
