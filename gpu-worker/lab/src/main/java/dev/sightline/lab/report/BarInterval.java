package dev.sightline.lab.report;

import dev.sightline.lab.report.Plot.Bars.Bar;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.annotations.AbstractAnnotation;
import org.jfree.chart.annotations.CategoryAnnotation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CategoryPlot;

/** The error bar of a lying bar, whose two sides may differ in length, and behind it the value in figures. */
final class BarInterval extends AbstractAnnotation implements CategoryAnnotation {

    private static final BasicStroke STROKE = new BasicStroke(1.4f);
    private static final double CAP = 3.5;
    private static final int GAP = 7;
    private static final float FIGURES = 12;

    private final transient Bar bar;

    private final int decimals;

    BarInterval(Bar bar, int decimals) {
        this.bar = bar;
        this.decimals = decimals;
    }

    @Override
    public void draw(Graphics2D graphics, CategoryPlot plot, Rectangle2D area, CategoryAxis names, ValueAxis values) {
        double y = names.getCategoryMiddle(bar.name(), plot.getCategories(), area, plot.getDomainAxisEdge());
        double low = values.valueToJava2D(
                Math.max(bar.value().low(), values.getLowerBound()), area, plot.getRangeAxisEdge());
        double high = values.valueToJava2D(bar.value().high(), area, plot.getRangeAxisEdge());
        double base = values.valueToJava2D(Math.max(0, values.getLowerBound()), area, plot.getRangeAxisEdge());
        graphics.setPaint(PlotTheme.INK);
        if (bar.value().low() < bar.value().high()) {
            drawErrorBar(graphics, low, high, y);
        }
        graphics.setFont(PlotTheme.tickFont(FIGURES));
        graphics.drawString(
                NumberText.decimal(bar.value().value(), decimals),
                (float) Math.max(high, base) + GAP,
                (float) y + FIGURES / 3);
    }

    private static void drawErrorBar(Graphics2D graphics, double low, double high, double y) {
        graphics.setStroke(STROKE);
        graphics.draw(new Line2D.Double(low, y, high, y));
        graphics.draw(new Line2D.Double(low, y - CAP, low, y + CAP));
        graphics.draw(new Line2D.Double(high, y - CAP, high, y + CAP));
    }
}
