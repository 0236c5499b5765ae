package dev.sightline.lab.report;

import dev.sightline.lab.report.Plot.Matrix;
import java.awt.Color;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.PaintScale;
import org.jfree.chart.renderer.xy.XYBlockRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.DefaultXYZDataset;

/** A square of shares as colours, the darker the more, with figures where they have room. */
final class MatrixChart {

    private static final int MOST_FIGURES = 20;
    private static final int LARGE_CELL = 34;
    private static final int SMALL_CELL = 15;
    private static final int FRAME = 84;
    private static final Font SMALL = PlotTheme.tickFont(10);
    private static final double DARK = 0.5;

    private final Matrix matrix;
    private final int size;

    private MatrixChart(Matrix matrix) {
        this.matrix = matrix;
        size = matrix.names().size();
    }

    static PlotDrawing of(Matrix matrix) {
        return new MatrixChart(matrix).drawing();
    }

    private PlotDrawing drawing() {
        var renderer = new XYBlockRenderer();
        renderer.setPaintScale(new Blues());
        var plot = new XYPlot(dataset(), axis("found"), axis("true"), renderer);
        plot.getRangeAxis().setInverted(true);
        plot.getDomainAxis().setVerticalTickLabels(true);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        if (hasFigures()) {
            addFigures(plot);
        }
        int side = FRAME + longestName() + Math.max(1, size) * (hasFigures() ? LARGE_CELL : SMALL_CELL);
        return new PlotDrawing(new JFreeChart(null, null, plot, false), Math.max(PlotDrawing.WIDTH / 2, side), side);
    }

    private boolean hasFigures() {
        return size <= MOST_FIGURES;
    }

    private SymbolAxis axis(String label) {
        var axis = new SymbolAxis(label, matrix.names().toArray(String[]::new));
        PlotTheme.apply(axis);
        axis.setTickLabelFont(hasFigures() ? PlotTheme.tickFont(12) : SMALL);
        axis.setTickLabelPaint(PlotTheme.INK);
        axis.setGridBandsVisible(false);
        axis.setRange(-0.5, Math.max(1, size) - 0.5);
        return axis;
    }

    private DefaultXYZDataset dataset() {
        double[][] cells = new double[3][size * size];
        for (int i = 0; i < size * size; i++) {
            cells[0][i] = i % size;
            cells[1][i] = Math.floorDiv(i, size);
            cells[2][i] = matrix.shares().get(i / size).get(i % size);
        }
        var dataset = new DefaultXYZDataset();
        dataset.addSeries("shares", cells);
        return dataset;
    }

    private void addFigures(XYPlot plot) {
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                double share = matrix.shares().get(row).get(column);
                if (share > 0) {
                    plot.addAnnotation(figure(share, column, row), false);
                }
            }
        }
    }

    private static XYTextAnnotation figure(double share, int column, int row) {
        var figure = new XYTextAnnotation(NumberText.decimal(100 * share, 0), column, row);
        figure.setFont(SMALL);
        figure.setPaint(share > DARK ? Color.WHITE : PlotTheme.INK);
        return figure;
    }

    private int longestName() {
        var context = new FontRenderContext(null, true, true);
        Font font = hasFigures() ? PlotTheme.tickFont(12) : SMALL;
        return (int) matrix.names().stream()
                .mapToDouble(name -> font.getStringBounds(name, context).getWidth())
                .max()
                .orElse(0);
    }

    /** From white to a dark blue. */
    private static final class Blues implements PaintScale {

        private static final Color MOST = new Color(0x084594);

        @Override
        public double getLowerBound() {
            return 0;
        }

        @Override
        public double getUpperBound() {
            return 1;
        }

        @Override
        public Color getPaint(double share) {
            // A root shows the small shares, which are the confusions that one looks for.
            double strength = Math.sqrt(share);
            return new Color(
                    mixed(MOST.getRed(), strength), mixed(MOST.getGreen(), strength), mixed(MOST.getBlue(), strength));
        }

        private static int mixed(int channel, double strength) {
            return (int) Math.round(255 + strength * (channel - 255));
        }
    }
}
