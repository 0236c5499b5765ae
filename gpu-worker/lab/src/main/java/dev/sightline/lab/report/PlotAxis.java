package dev.sightline.lab.report;

import dev.sightline.lab.report.Plot.Axis;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.TickUnits;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.data.Range;

/** Chooses what an axis covers and where its ticks are. */
final class PlotAxis {

    private static final double MARGIN = 0.04;
    private static final double SHARE_MARGIN = 0.02;
    private static final double WIDE_SHARES = 0.5;
    private static final double LOG_MARGIN = 1.25;

    private static final List<Integer> STEPS = List.of(1, 2, 5);
    /** Powers of ten. */
    private static final int SMALLEST_STEP = -9;

    private static final int LARGEST_STEP = 15;

    private PlotAxis() {}

    /** An axis that covers all the values; those that a logarithmic axis cannot show are left out of account. */
    static ValueAxis of(Axis axis, double... values) {
        ValueAxis drawn = axis.logarithmic() ? logarithmic(axis, values) : linear(axis, values);
        PlotTheme.apply(drawn);
        return drawn;
    }

    /** As {@link #of}, and reaching down to zero where it is linear: for bars. */
    static ValueAxis fromZero(Axis axis, double... values) {
        double[] all = axis.logarithmic()
                ? values
                : DoubleStream.concat(DoubleStream.of(values), DoubleStream.of(0))
                        .toArray();
        ValueAxis drawn = of(axis, all);
        if (!axis.logarithmic() && DoubleStream.of(values).allMatch(value -> value >= 0)) {
            drawn.setLowerBound(0);
        }
        return drawn;
    }

    private static ValueAxis linear(Axis axis, double... values) {
        var drawn = new NumberAxis(axis.label());
        boolean whole = DoubleStream.of(values).allMatch(value -> value == Math.rint(value));
        drawn.setRange(linearRange(values));
        drawn.setStandardTickUnits(tickUnits(whole ? 0 : SMALLEST_STEP));
        return drawn;
    }

    /** Steps of 1, 2 and 5 times powers of ten, each with the decimals that it needs, in the same figures in every locale. */
    private static TickUnits tickUnits(int smallestExponent) {
        var units = new TickUnits();
        for (int exponent = smallestExponent; exponent <= LARGEST_STEP; exponent++) {
            NumberFormat figures = NumberFormat.getInstance(Locale.ROOT);
            figures.setMinimumFractionDigits(Math.max(0, -exponent));
            figures.setMaximumFractionDigits(Math.max(0, -exponent));
            for (int step : STEPS) {
                units.add(new NumberTickUnit(step * Math.pow(10, exponent), figures));
            }
        }
        return units;
    }

    private static Range linearRange(double... values) {
        double low = DoubleStream.of(values).min().orElse(0);
        double high = DoubleStream.of(values).max().orElse(1);
        if (low >= 0 && high <= 1 && high - low > WIDE_SHARES) {
            return new Range(-SHARE_MARGIN, 1 + SHARE_MARGIN);
        }
        double room = high > low ? MARGIN * (high - low) : Math.max(MARGIN, MARGIN * Math.abs(high));
        return new Range(low - room, high + room);
    }

    private static ValueAxis logarithmic(Axis axis, double... values) {
        double low = DoubleStream.of(values).filter(value -> value > 0).min().orElse(1);
        double high = DoubleStream.of(values).filter(value -> value > 0).max().orElse(10);
        var drawn = new LogarithmicTicksAxis(axis.label());
        drawn.setRange(low / LOG_MARGIN, high * LOG_MARGIN);
        return drawn;
    }
}
