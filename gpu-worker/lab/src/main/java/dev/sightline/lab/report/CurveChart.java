package dev.sightline.lab.report;

import dev.sightline.lab.metrics.Interval;
import dev.sightline.lab.report.Plot.Axis;
import dev.sightline.lab.report.Plot.Point;
import dev.sightline.lab.report.Plot.Role;
import dev.sightline.lab.report.Plot.Series;
import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/** Series over two number axes: lines with bands for their intervals, or points with error bars. */
final class CurveChart {

    private static final int HEIGHT = 400;
    /** Longer curves are drawn without markers. */
    private static final int MOST_MARKERS = 24;

    private static final float BAND_ALPHA = 0.14f;
    private static final Color NO_BAND = new Color(0, true);

    private CurveChart() {}

    static PlotDrawing lines(Plot.Lines plot) {
        var renderer = new DeviationRenderer(true, true);
        renderer.setAlpha(BAND_ALPHA);
        for (int i = 0; i < plot.series().size(); i++) {
            Series series = plot.series().get(i);
            boolean marked = series.role() == Role.RESULT && series.points().size() <= MOST_MARKERS;
            renderer.setSeriesShapesVisible(i, marked);
            renderer.setSeriesFillPaint(
                    i, hasIntervals(series) ? SeriesLook.of(i, series.role()).colour() : NO_BAND);
        }
        return drawing(axes(plot.x(), plot.y(), plot.series()), plot.series(), renderer);
    }

    static PlotDrawing scatter(Plot.Scatter plot) {
        var renderer = new XYErrorRenderer();
        renderer.setDrawXError(false);
        renderer.setErrorStroke(new BasicStroke(1.2f));
        for (int i = 0; i < plot.series().size(); i++) {
            boolean reference = plot.series().get(i).role() == Role.REFERENCE;
            renderer.setSeriesLinesVisible(i, reference);
            renderer.setSeriesShapesVisible(i, !reference);
        }
        return drawing(axes(plot.x(), plot.y(), plot.series()), plot.series(), renderer);
    }

    private static XYPlot axes(Axis x, Axis y, List<Series> series) {
        var plot = new XYPlot();
        plot.setDomainAxis(PlotAxis.of(x, points(series).mapToDouble(Point::x).toArray()));
        plot.setRangeAxis(PlotAxis.of(
                y,
                points(series)
                        .map(Point::y)
                        .flatMapToDouble(each -> DoubleStream.of(each.low(), each.value(), each.high()))
                        .toArray()));
        return plot;
    }

    private static PlotDrawing drawing(XYPlot plot, List<Series> series, XYLineAndShapeRenderer renderer) {
        for (int i = 0; i < series.size(); i++) {
            SeriesLook look = SeriesLook.of(i, series.get(i).role());
            renderer.setSeriesPaint(i, look.colour());
            renderer.setSeriesShape(i, look.marker());
            renderer.setSeriesStroke(i, look.stroke());
        }
        plot.setRenderer(renderer);
        plot.setDataset(dataset(series, plot.getRangeAxis()));
        PlotTheme.applyGrid(plot);
        return new PlotDrawing(new JFreeChart(null, null, plot, series.size() > 1), PlotDrawing.WIDTH, HEIGHT);
    }

    private static XYIntervalSeriesCollection dataset(List<Series> series, ValueAxis y) {
        var dataset = new XYIntervalSeriesCollection();
        for (Series each : series) {
            var drawn = new XYIntervalSeries(each.name(), false, true);
            each.points().forEach(point -> add(drawn, point, y));
            dataset.addSeries(drawn);
        }
        return dataset;
    }

    /** An interval ends where the axis ends: a logarithmic one cannot show zero. */
    private static void add(XYIntervalSeries series, Point point, ValueAxis axis) {
        Interval y = point.y();
        double low = Math.max(y.low(), axis.getLowerBound());
        series.add(point.x(), point.x(), point.x(), y.value(), low, y.high());
    }

    private static boolean hasIntervals(Series series) {
        return series.points().stream()
                .anyMatch(point -> point.y().low() < point.y().high());
    }

    private static Stream<Point> points(List<Series> series) {
        return series.stream().flatMap(each -> each.points().stream());
    }
}
