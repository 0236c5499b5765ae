package dev.sightline.lab.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sightline.lab.metrics.Interval;
import dev.sightline.lab.report.Plot.Axis;
import dev.sightline.lab.report.Plot.Bars;
import dev.sightline.lab.report.Plot.Bars.Bar;
import dev.sightline.lab.report.Plot.Lines;
import dev.sightline.lab.report.Plot.Matrix;
import dev.sightline.lab.report.Plot.Point;
import dev.sightline.lab.report.Plot.Scatter;
import dev.sightline.lab.report.Plot.Series;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlotDrawingTest {

    private static final Axis X = new Axis("x", false);
    private static final Axis Y = new Axis("y", false);
    private static final Axis LOG = new Axis("bytes", true);

    /** A plot, and one that differs from it in data alone. */
    record Pair(Plot plot, Plot other) {}

    static Stream<Pair> pairs() {
        return Stream.of(
                new Pair(lines(Point.of(1, 0.2), Point.of(2, 0.9)), lines(Point.of(1, 0.2), Point.of(2, 0.7))),
                new Pair(lines(bar(0.1, 0.9)), lines(bar(0.4, 0.9))),
                new Pair(
                        scatter(Point.of(10, 0.2), Point.of(100, 0.9)), scatter(Point.of(20, 0.2), Point.of(100, 0.9))),
                new Pair(scatter(bar(0, 0.9)), scatter(bar(0.4, 0.9))),
                new Pair(bars(new Interval(0.5, 0.4, 0.9)), bars(new Interval(0.5, 0.45, 0.9))),
                new Pair(bars(new Interval(0.5, 0.4, 0.9)), bars(new Interval(0.6, 0.4, 0.9))),
                new Pair(logarithmicBars(12), logarithmicBars(13)),
                new Pair(matrix(0.5), matrix(0.6)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void png_ofOtherData_differs(Pair pair) {
        assertFalse(Arrays.equals(png(pair.plot()), png(pair.other())));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void png_ofSamePlot_isTheSameToTheByte(Pair pair) {
        assertArrayEquals(png(pair.plot()), png(pair.plot()));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void png_ofAnyPlot_hasTwoPixelsForEachShown(Pair pair) throws IOException {
        PlotDrawing drawing = PlotDrawing.of(pair.plot());

        BufferedImage image = ImageIO.read(new ByteArrayInputStream(drawing.png()));

        assertEquals(2 * drawing.width(), image.getWidth());
        assertEquals(2 * drawing.height(), image.getHeight());
    }

    static Stream<Plot> empty() {
        return Stream.of(
                new Lines("empty", "Empty", X, Y, List.of()),
                new Lines("hollow", "Hollow", LOG, Y, List.of(new Series("none", List.of()))),
                new Scatter("empty", "Empty", LOG, LOG, List.of()),
                new Bars("empty", "Empty", Y, List.of()),
                new Bars("empty", "Empty", LOG, List.of()),
                new Matrix("empty", "Empty", List.of(), List.of()));
    }

    @ParameterizedTest
    @MethodSource("empty")
    void png_withoutData_isAPictureThatSaysSo(Plot plot) {
        assertTrue(png(plot).length > 0);
    }

    @Test
    void png_ofOnePoint_showsIt() {
        assertTrue(inFirstColour(lines(Point.of(3, 0))) > 50);
        assertEquals(0, inFirstColour(new Lines("l", "Lines", X, Y, List.of())));
    }

    @Test
    void of_eightySeries_growsByItsLegend() {
        PlotDrawing few = PlotDrawing.of(manySeries(2));
        PlotDrawing many = PlotDrawing.of(manySeries(80));

        assertEquals(few.width(), many.width());
        assertTrue(many.height() > few.height() + 200, "height " + many.height());
        assertTrue(many.png().length > few.png().length);
    }

    @Test
    void of_manyBars_growsWithThem() {
        var bars = new Bars(
                "many",
                "Many",
                Y,
                IntStream.range(0, 40)
                        .mapToObj(i -> new Bar("bar " + i, new Interval(i, i, i)))
                        .toList());

        assertTrue(PlotDrawing.of(bars).height() > 40 * 20);
    }

    private static Lines lines(Point... points) {
        return new Lines("l", "Lines", X, Y, List.of(new Series("a", List.of(points))));
    }

    private static Scatter scatter(Point... points) {
        return new Scatter("s", "Scatter", LOG, Y, List.of(new Series("a", List.of(points))));
    }

    private static Point bar(double low, double high) {
        return new Point(1, new Interval(0.5, low, high));
    }

    private static Bars bars(Interval interval) {
        return new Bars("b", "Bars", Y, List.of(new Bar("one", interval), new Bar("two", new Interval(1, 1, 1))));
    }

    private static Bars logarithmicBars(double value) {
        return new Bars(
                "b",
                "Bars",
                LOG,
                List.of(new Bar("one", new Interval(value, 0, 20)), new Bar("two", new Interval(900, 900, 900))));
    }

    private static Matrix matrix(double share) {
        return new Matrix("m", "Matrix", List.of("a", "b"), List.of(List.of(share, 1 - share), List.of(0.0, 1.0)));
    }

    private static Lines manySeries(int count) {
        return new Lines(
                "many",
                "Many",
                X,
                Y,
                IntStream.range(0, count)
                        .mapToObj(i ->
                                new Series("series number " + i, List.of(Point.of(0, i), Point.of(1, count - i))))
                        .toList());
    }

    private static byte[] png(Plot plot) {
        return PlotDrawing.of(plot).png();
    }

    private static long inFirstColour(Plot plot) {
        BufferedImage image = PlotDrawing.of(plot).image();
        return Arrays.stream(image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
                .filter(pixel -> pixel == 0xFF0072B2)
                .count();
    }
}
