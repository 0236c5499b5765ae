package dev.sightline.lab.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sightline.lab.report.Plot.Axis;
import java.util.List;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.TickUnitSource;
import org.jfree.data.Range;
import org.junit.jupiter.api.Test;

class PlotAxisTest {

    private static final Axis LINEAR = new Axis("share", false);
    private static final Axis LOGARITHMIC = new Axis("bytes", true);

    @Test
    void of_sharesThatSpanMoreThanHalf_coversAllShares() {
        assertEquals(new Range(-0.02, 1.02), PlotAxis.of(LINEAR, 0.3, 0.9).getRange());
    }

    @Test
    void of_sharesCloseTogether_coversThemAndALittleMore() {
        Range range = PlotAxis.of(LINEAR, 0.6, 0.8).getRange();

        assertEquals(0.592, range.getLowerBound(), 1e-9);
        assertEquals(0.808, range.getUpperBound(), 1e-9);
    }

    @Test
    void of_oneValue_hasRoomOnBothSides() {
        assertTrue(PlotAxis.of(LINEAR, 500).getRange().contains(500));
        assertEquals(40, PlotAxis.of(LINEAR, 500).getRange().getLength(), 1e-9);
    }

    @Test
    void of_logarithmicAxis_leavesOutWhatItCannotShow() {
        Range range = PlotAxis.of(LOGARITHMIC, 0, 100, 1000).getRange();

        assertEquals(80, range.getLowerBound(), 1e-9);
        assertEquals(1250, range.getUpperBound(), 1e-9);
    }

    @Test
    void fromZero_ofPositiveValues_beginsAtZero() {
        assertEquals(0, PlotAxis.fromZero(LINEAR, 3, 5).getLowerBound());
        assertTrue(PlotAxis.fromZero(LINEAR, -3, 5).getLowerBound() < -3);
    }

    @Test
    void values_ofFewDecades_haveStepsBetween() {
        assertEquals(List.of(200.0, 500.0, 1000.0, 2000.0, 5000.0), ticks(160, 5120));
    }

    @Test
    void values_ofManyDecades_arePowersOfTen() {
        assertEquals(List.of(0.01, 0.1, 1.0, 10.0, 100.0), ticks(0.01, 100));
    }

    @Test
    void of_linearAxis_labelsEachStepWithTheDecimalsThatItNeeds() {
        TickUnitSource units = ((NumberAxis) PlotAxis.of(LINEAR, 0.5, 0.9)).getStandardTickUnits();

        assertEquals("0.70", units.getCeilingTickUnit(0.04).valueToString(0.7));
        assertEquals("0.7", units.getCeilingTickUnit(0.06).valueToString(0.7));
        assertEquals("20,000", units.getCeilingTickUnit(9000).valueToString(20_000));
    }

    @Test
    void of_wholeNumbers_hasWholeSteps() {
        TickUnitSource units = ((NumberAxis) PlotAxis.of(LINEAR, 1, 2)).getStandardTickUnits();

        assertEquals(1, units.getCeilingTickUnit(0.04).getSize());
    }

    private static List<Double> ticks(double low, double high) {
        var axis = new LogarithmicTicksAxis("x");
        axis.setRange(low, high);
        return axis.values().stream()
                .map(value -> Math.round(value * 1e6) / 1e6)
                .toList();
    }
}
