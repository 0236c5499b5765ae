package dev.sightline.lab.report;

import dev.sightline.lab.report.Plot.Axis;
import dev.sightline.lab.report.Plot.Bars;
import java.awt.BasicStroke;
import java.awt.Color;
import java.util.stream.DoubleStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.category.DefaultCategoryDataset;

/** Bars that lie, so that their names can be read. */
final class BarChart {

    private static final int FRAME = 110;
    private static final int BAR = 28;
    private static final float NAMES = 0.45f;
    /** Room to the right of the longest bar for its value. */
    private static final double VALUE_ROOM = 0.16;

    private static final Color FILL = new Color(0x56B4E9);

    private BarChart() {}

    static PlotDrawing of(Bars bars) {
        ValueAxis values = values(bars);
        var plot = new CategoryPlot(dataset(bars), names(), values, renderer(bars.y(), values));
        int decimals = bars.bars().stream()
                .mapToInt(bar -> NumberText.decimals(bar.value().value()))
                .max()
                .orElse(0);
        bars.bars().forEach(bar -> plot.addAnnotation(new BarInterval(bar, decimals), false));
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        plot.setRangeZeroBaselineVisible(!bars.y().logarithmic());
        plot.setRangeZeroBaselinePaint(PlotTheme.FAINT_INK);
        plot.setRangeGridlinePaint(PlotTheme.GRID);
        plot.setRangeGridlineStroke(new BasicStroke(1));
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        int height = FRAME + BAR * Math.max(1, bars.bars().size());
        return new PlotDrawing(new JFreeChart(null, null, plot, false), PlotDrawing.WIDTH, height);
    }

    private static CategoryAxis names() {
        var names = new CategoryAxis();
        names.setMaximumCategoryLabelWidthRatio(NAMES);
        names.setMaximumCategoryLabelLines(2);
        names.setCategoryMargin(0.3);
        PlotTheme.apply(names);
        names.setTickLabelPaint(PlotTheme.INK);
        return names;
    }

    private static BarRenderer renderer(Axis y, ValueAxis values) {
        var renderer = new BarRenderer();
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setShadowVisible(false);
        renderer.setSeriesPaint(0, FILL);
        renderer.setBase(y.logarithmic() ? values.getLowerBound() : 0);
        return renderer;
    }

    private static ValueAxis values(Bars bars) {
        double[] ends = bars.bars().stream()
                .map(Bars.Bar::value)
                .flatMapToDouble(each -> DoubleStream.of(each.low(), each.value(), each.high()))
                .toArray();
        ValueAxis axis = PlotAxis.fromZero(bars.y(), ends);
        double low = axis.getLowerBound();
        double highest = DoubleStream.of(ends).max().orElse(0);
        double needed = bars.y().logarithmic()
                ? highest * Math.pow(highest / low, VALUE_ROOM)
                : highest + VALUE_ROOM * (highest - low);
        axis.setUpperBound(Math.max(axis.getUpperBound(), needed));
        return axis;
    }

    private static DefaultCategoryDataset dataset(Bars bars) {
        var dataset = new DefaultCategoryDataset();
        bars.bars().forEach(bar -> dataset.addValue(bar.value().value(), "", bar.name()));
        return dataset;
    }
}
