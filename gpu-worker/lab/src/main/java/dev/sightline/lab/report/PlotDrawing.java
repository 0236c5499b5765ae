package dev.sightline.lab.report;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.block.LengthConstraintType;
import org.jfree.chart.block.RectangleConstraint;
import org.jfree.chart.title.LegendTitle;
import org.jfree.data.Range;

/**
 * A chart with the size at which it is shown, in CSS pixels; its file has {@value #SCALE} pixels for each, for sharpness. The same
 * plot gives the same bytes, on a machine with the same fonts.
 */
record PlotDrawing(JFreeChart chart, int width, int height) {

    /** The width of most plots: two stand side by side on a desk, and one fills a phone and can still be read. */
    static final int WIDTH = 640;

    private static final int SCALE = 2;

    /** A plot, drawn in the look of all. */
    static PlotDrawing of(Plot plot) {
        PlotDrawing drawing = switch (plot) {
            case Plot.Lines lines -> CurveChart.lines(lines);
            case Plot.Scatter scatter -> CurveChart.scatter(scatter);
            case Plot.Bars bars -> BarChart.of(bars);
            case Plot.Matrix matrix -> MatrixChart.of(matrix);
        };
        PlotTheme.apply(drawing.chart(), plot.title());
        return drawing.withRoomForLegend();
    }

    byte[] png() {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image(), "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return bytes.toByteArray();
    }

    BufferedImage image() {
        var image = new BufferedImage(width * SCALE, height * SCALE, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.scale(SCALE, SCALE);
        chart.draw(graphics, new Rectangle2D.Double(0, 0, width, height));
        graphics.dispose();
        return image;
    }

    /** The legend may take many lines: the plot itself keeps its size. */
    private PlotDrawing withRoomForLegend() {
        LegendTitle legend = chart.getLegend();
        if (legend == null) {
            return this;
        }
        Graphics2D graphics = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        double needed =
                legend.arrange(graphics, upTo(width - 2 * PlotTheme.PADDING)).getHeight();
        graphics.dispose();
        return new PlotDrawing(chart, width, height + (int) Math.ceil(needed));
    }

    private static RectangleConstraint upTo(double width) {
        return new RectangleConstraint(
                width,
                new Range(0, width),
                LengthConstraintType.RANGE,
                0,
                new Range(0, Integer.MAX_VALUE),
                LengthConstraintType.RANGE);
    }
}
