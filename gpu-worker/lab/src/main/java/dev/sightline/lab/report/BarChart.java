package dev.sightline.lab.report;

import dev.sightline.lab.metrics.Interval;
import dev.sightline.lab.report.Plot.Bars;
import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;
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
        var names = new CategoryAxis();
        names.setMaximumCategoryLabelWidthRatio(NAMES);
        names.setMaximumCategoryLabelLines(2);
        names.setCategoryMargin(0.3);
        PlotTheme.apply(names);
        names.setTickLabelPaint(PlotTheme.INK);
        List<Interval> values = bars.bars().stream().map(Bars.Bar::value).toList();
        ValueAxis axis = axis(bars, values);
        BarRenderer renderer = renderer();
        renderer.setBase(bars.y().logarithmic() ? axis.getLowerBound() : 0);
        var plot = new CategoryPlot(dataset(bars), names, axis, renderer);
        int decimals = values.stream()
                .mapToInt(each -> NumberText.decimals(each.value()))
                .max()
                .orElse(0);
        bars.bars().forEach(bar -> plot.addAnnotation(new BarInterval(bar, decimals), false));
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        plot.setRangeZeroBaselineVisible(true);
        plot.setRangeZeroBaselinePaint(PlotTheme.FAINT_INK);
        plot.setRangeGridlinePaint(PlotTheme.GRID);
        plot.setRangeGridlineStroke(new BasicStroke(1));
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        int height = FRAME + BAR * Math.max(1, bars.bars().size());
        return new PlotDrawing(new JFreeChart(null, null, plot, false), PlotDrawing.WIDTH, height);
    }

    private static BarRenderer renderer() {
        var renderer = new BarRenderer();
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setShadowVisible(false);
        renderer.setSeriesPaint(0, FILL);
        return renderer;
    }

    private static ValueAxis axis(Bars bars, List<Interval> values) {
        ValueAxis axis = PlotAxis.fromZero(
                bars.y(),
                values.stream()
                        .flatMapToDouble(each -> DoubleStream.of(each.low(), each.value(), each.high()))
                        .toArray());
        if (!bars.y().logarithmic()) {
            axis.setUpperBound(
                    axis.getUpperBound() + VALUE_ROOM * axis.getRange().getLength());
        }
        return axis;
    }

    private static DefaultCategoryDataset dataset(Bars bars) {
        var dataset = new DefaultCategoryDataset();
        bars.bars().forEach(bar -> dataset.addValue(bar.value().value(), "", bar.name()));
        return dataset;
    }
}
