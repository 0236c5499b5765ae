package dev.sightline.lab.report;

import dev.sightline.lab.report.HtmlPage.Column;
import dev.sightline.lab.report.HtmlPage.PageCell;
import dev.sightline.lab.report.HtmlPage.PagePlot;
import dev.sightline.lab.report.HtmlPage.PageRow;
import dev.sightline.lab.report.HtmlPage.PageSection;
import dev.sightline.lab.report.HtmlPage.PageTable;
import dev.sightline.lab.report.Plot.Axis;
import dev.sightline.lab.report.Plot.Series;
import dev.sightline.lab.report.Table.Cell;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** From a report to what the template writes. */
final class HtmlPageBuilder {

    private static final String NUMBER = "number";
    private static final String WORDS = "words";

    private final HtmlGalleries galleries;

    HtmlPageBuilder(Thumbnails thumbnails) {
        galleries = new HtmlGalleries(thumbnails);
    }

    HtmlPage page(Report report) {
        return new HtmlPage(
                report.title(),
                ProvenanceText.facts(report.provenance()),
                report.sections().stream().map(this::section).toList());
    }

    private PageSection section(Section section) {
        return new PageSection(
                section.id(),
                section.title(),
                section.summary(),
                section.tables().stream().map(table -> table(section, table)).toList(),
                section.plots().stream().map(plot -> plot(section, plot)).toList(),
                section.galleries().stream().map(galleries::gallery).toList());
    }

    private static PageTable table(Section section, Table table) {
        TableText text = TableText.of(table);
        return new PageTable(
                section.id() + "-" + table.name(),
                table.caption(),
                IntStream.range(0, table.columns().size())
                        .mapToObj(column -> new Column(text.columns().get(column), kind(text, column)))
                        .toList(),
                IntStream.range(0, table.rows().size())
                        .mapToObj(row -> new PageRow(cells(table, text, row)))
                        .toList(),
                text.notes());
    }

    private static List<PageCell> cells(Table table, TableText text, int row) {
        return IntStream.range(0, table.columns().size())
                .mapToObj(column -> new PageCell(
                        text.rows().get(row).get(column),
                        kind(text, column),
                        order(table.rows().get(row).get(column))))
                .toList();
    }

    private static String kind(TableText text, int column) {
        return text.numeric().get(column) ? NUMBER : WORDS;
    }

    private static String order(Cell cell) {
        return switch (cell) {
            case Cell.Text(String words) -> words;
            case Cell.Count(long count) -> Long.toString(count);
            case Cell.Decimal decimal -> Double.toString(decimal.value());
            case Cell.Estimate estimate -> Double.toString(estimate.interval().value());
            case Cell.Missing missing -> "";
        };
    }

    private static PagePlot plot(Section section, Plot plot) {
        PlotDrawing drawing = PlotDrawing.of(plot);
        String link = HtmlPage.PLOTS + "/" + PlotFiles.name(section, plot);
        return new PagePlot(link, description(plot), drawing.width(), drawing.height());
    }

    private static String description(Plot plot) {
        return plot.title() + ": "
                + switch (plot) {
                    case Plot.Lines lines -> "curves of " + named(lines.x(), lines.y(), lines.series());
                    case Plot.Scatter points -> "points of " + named(points.x(), points.y(), points.series());
                    case Plot.Bars bars ->
                        bars.bars().stream()
                                .map(bar -> bar.name() + " "
                                        + NumberText.shortest(bar.value().value()))
                                .collect(Collectors.joining(", "));
                    case Plot.Matrix matrix -> "shares of " + String.join(", ", matrix.names());
                };
    }

    private static String named(Axis x, Axis y, List<Series> series) {
        String names = series.stream().map(Series::name).collect(Collectors.joining(", "));
        return "%s over %s: %s".formatted(y.label(), x.label(), names);
    }
}
