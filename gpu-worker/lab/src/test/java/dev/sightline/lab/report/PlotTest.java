package dev.sightline.lab.report;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sightline.lab.metrics.Interval;
import dev.sightline.lab.report.Plot.Axis;
import dev.sightline.lab.report.Plot.Bars;
import dev.sightline.lab.report.Plot.Bars.Bar;
import dev.sightline.lab.report.Plot.Lines;
import dev.sightline.lab.report.Plot.Matrix;
import dev.sightline.lab.report.Plot.Point;
import dev.sightline.lab.report.Plot.Role;
import dev.sightline.lab.report.Plot.Scatter;
import dev.sightline.lab.report.Plot.Series;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class PlotTest {

    private static final Axis LINEAR = new Axis("x", false);
    private static final Axis LOGARITHMIC = new Axis("bytes", true);

    @Test
    void new_withoutANumber_isRefused() {
        assertRefused("finite x", () -> Point.of(Double.NaN, 1));
        assertRefused("finite x", () -> Point.of(Double.NEGATIVE_INFINITY, 1));
        assertRefused("NaN", () -> Point.of(1, Double.NaN));
        assertRefused("finite y", () -> new Point(1, new Interval(1, 0, Double.POSITIVE_INFINITY)));
        assertRefused("finite zero", () -> new Bar("zero", new Interval(1, Double.NEGATIVE_INFINITY, 2)));
        assertRefused("NaN", () -> new Matrix("m", "m", List.of("a"), List.of(List.of(Double.NaN))));
    }

    @Test
    void new_withZeroOnALogarithmicAxis_isRefused() {
        List<Series> zero = List.of(new Series("a", List.of(Point.of(0, 1))));

        assertRefused("\"bytes\", got 0.0", () -> new Lines("l", "l", LOGARITHMIC, LINEAR, zero));
        assertRefused("\"bytes\", got 0.0", () -> new Scatter("s", "s", LOGARITHMIC, LINEAR, zero));
        assertRefused(
                "\"bytes\", got -1.0",
                () -> new Bars("b", "b", LOGARITHMIC, List.of(new Bar("a", new Interval(-1, -1, -1)))));
    }

    @Test
    void new_withAnIntervalThatReachesZeroOnALogarithmicAxis_isAccepted() {
        var series = new Series("a", List.of(new Point(1, new Interval(1, 0, 2))));

        assertTrue(PlotDrawing.of(new Scatter("s", "s", LINEAR, LOGARITHMIC, List.of(series)))
                        .png()
                        .length
                > 0);
    }

    @Test
    void new_withTheSameNameTwice_isRefused() {
        Series series = new Series("a", List.of());
        Bar bar = new Bar("a", new Interval(1, 1, 1));

        assertRefused("\"a\" twice", () -> new Lines("l", "l", LINEAR, LINEAR, List.of(series, series)));
        assertRefused("\"a\" twice", () -> new Bars("b", "b", LINEAR, List.of(bar, bar)));
    }

    @Test
    void new_withANameThatIsNoFileName_isRefused() {
        for (String name : List.of("", "a b", "../a", "a/b", ".a", "ä")) {
            assertRefused("expected a name", () -> new Lines(name, "l", LINEAR, LINEAR, List.of()));
            assertRefused("expected a name", () -> new Matrix(name, "m", List.of(), List.of()));
        }
        assertEquals("lite0.pooled_L2-1", new Bars("lite0.pooled_L2-1", "b", LINEAR, List.of()).name());
    }

    @Test
    void new_withAMatrixThatIsNoSquareOfShares_isRefused() {
        assertRefused("2 rows of 2", () -> new Matrix("m", "m", List.of("a", "b"), List.of(List.of(1.0, 0.0))));
        assertRefused(
                "one of 1", () -> new Matrix("m", "m", List.of("a", "b"), List.of(List.of(1.0, 0.0), List.of(1.0))));
        assertRefused("0 to 1, got 1.5", () -> new Matrix("m", "m", List.of("a"), List.of(List.of(1.5))));
    }

    @Test
    void reference_isNoResult() {
        assertEquals(Role.REFERENCE, Series.reference("chance", List.of()).role());
        assertEquals(Role.RESULT, new Series("measured", List.of()).role());
    }

    private static void assertRefused(String part, ThrowingCallable callable) {
        assertThatIllegalArgumentException().isThrownBy(callable).withMessageContaining(part);
    }
}
