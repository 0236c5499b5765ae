package dev.sightline.lab.report;

import dev.sightline.lab.report.Plot.Role;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Paint;
import java.awt.Polygon;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * How a series is told from the others: colour, marker, and with many series the dashes of its line.
 *
 * <p>The colours are those of Okabe and Ito, which people with any kind of colour vision can tell apart, without the yellow that is
 * hard to see on white. Marker and colour change together, so that a print in grey can be read too.
 */
record SeriesLook(Paint colour, Shape marker, BasicStroke stroke) {

    private static final List<Color> COLOURS = List.of(
            new Color(0x0072B2),
            new Color(0xD55E00),
            new Color(0x009E73),
            new Color(0xCC79A7),
            new Color(0xE69F00),
            new Color(0x56B4E9),
            new Color(0x000000));

    private static final List<Shape> MARKERS = List.of(
            new Ellipse2D.Double(-3.5, -3.5, 7, 7),
            new Rectangle2D.Double(-3, -3, 6, 6),
            polygon(0, -4, 4, 3, -4, 3),
            polygon(0, -5, 4, 0, 0, 5, -4, 0),
            polygon(-4, -3, 4, -3, 0, 4));

    private static final List<float[]> DASHES =
            List.of(new float[] {1, 0}, new float[] {7, 4}, new float[] {2, 4}, new float[] {9, 3, 2, 3});

    private static final float LINE = 2.2f;
    private static final float REFERENCE_LINE = 1.5f;
    private static final float[] REFERENCE_DASH = {5, 4};
    private static final Color REFERENCE = new Color(0x7B8794);

    /** The look of the {@code index}-th series of a plot, from 0. */
    static SeriesLook of(int index, Role role) {
        return switch (role) {
            case REFERENCE -> new SeriesLook(REFERENCE, MARKERS.getFirst(), stroke(REFERENCE_LINE, REFERENCE_DASH));
            case RESULT ->
                new SeriesLook(
                        COLOURS.get(index % COLOURS.size()),
                        MARKERS.get(index % MARKERS.size()),
                        stroke(LINE, DASHES.get(index / COLOURS.size() % DASHES.size())));
        };
    }

    private static BasicStroke stroke(float width, float[] dash) {
        return dash[1] == 0
                ? new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
                : new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dash, 0);
    }

    private static Polygon polygon(int... coordinates) {
        var polygon = new Polygon();
        for (int i = 0; i < coordinates.length; i += 2) {
            polygon.addPoint(coordinates[i], coordinates[i + 1]);
        }
        return polygon;
    }
}
