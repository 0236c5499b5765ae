package dev.sightline.lab.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.RenderingHints;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleInsets;

/** One look for all plots. */
final class PlotTheme {

    static final double PADDING = 12;
    static final Color INK = new Color(0x1F2933);
    static final Color FAINT_INK = new Color(0x616E7C);
    static final Color GRID = new Color(0xE1E5EA);
    static final Color PAPER = Color.WHITE;

    private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 15);
    private static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
    private static final Font TICK = new Font(Font.SANS_SERIF, Font.PLAIN, 12);

    private PlotTheme() {}

    static Font tickFont(float size) {
        return TICK.deriveFont(size);
    }

    /** Fonts, colours and margins; what the chart's kind decides is left as it is. */
    static void apply(JFreeChart chart, String title) {
        chart.setTitle(new TextTitle(title, TITLE));
        chart.getTitle().setPaint(INK);
        chart.getTitle().setHorizontalAlignment(HorizontalAlignment.LEFT);
        chart.getTitle().setTextAlignment(HorizontalAlignment.LEFT);
        chart.getTitle().setMargin(0, 0, 8, 0);
        chart.setBackgroundPaint(PAPER);
        chart.setPadding(new RectangleInsets(PADDING, PADDING, PADDING, PADDING));
        chart.setTextAntiAlias(true);
        chart.getRenderingHints().put(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        chart.getPlot().setBackgroundPaint(PAPER);
        chart.getPlot().setOutlineVisible(false);
        chart.getPlot().setNoDataMessage("no data");
        chart.getPlot().setNoDataMessageFont(LABEL);
        chart.getPlot().setNoDataMessagePaint(FAINT_INK);
        if (chart.getLegend() != null) {
            apply(chart.getLegend());
        }
    }

    private static void apply(LegendTitle legend) {
        legend.setItemFont(TICK);
        legend.setItemPaint(INK);
        legend.setFrame(BlockBorder.NONE);
        legend.setBackgroundPaint(PAPER);
        legend.setMargin(8, 0, 0, 0);
        legend.setHorizontalAlignment(HorizontalAlignment.LEFT);
        legend.setLegendItemGraphicPadding(new RectangleInsets(2, 2, 2, 4));
        legend.setItemLabelPadding(new RectangleInsets(2, 0, 2, 14));
    }

    static void apply(Axis axis) {
        axis.setLabelFont(LABEL);
        axis.setLabelPaint(INK);
        axis.setTickLabelFont(TICK);
        axis.setTickLabelPaint(FAINT_INK);
        axis.setAxisLinePaint(GRID);
        axis.setTickMarkPaint(GRID);
    }

    static void applyGrid(XYPlot plot) {
        plot.setDomainGridlinePaint(GRID);
        plot.setRangeGridlinePaint(GRID);
        plot.setDomainGridlineStroke(new BasicStroke(1));
        plot.setRangeGridlineStroke(new BasicStroke(1));
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    }
}
