package dev.sightline.lab.report;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** A logarithmic axis with ticks at 1, 2 and 5 times powers of ten, or at powers of ten alone where it spans more than three. */
final class LogarithmicTicksAxis extends LogAxis {

    private static final double FEW_DECADES = 3;

    LogarithmicTicksAxis(String label) {
        super(label);
    }

    @Override
    public List<NumberTick> refreshTicks(Graphics2D graphics, AxisState state, Rectangle2D area, RectangleEdge edge) {
        TextAnchor anchor = RectangleEdge.isTopOrBottom(edge) ? TextAnchor.TOP_CENTER : TextAnchor.CENTER_RIGHT;
        return values().stream()
                .map(value -> new NumberTick(value, NumberText.shortest(value), anchor, TextAnchor.CENTER, 0))
                .toList();
    }

    /** The values of all ticks, smallest first. */
    List<Double> values() {
        double low = getRange().getLowerBound();
        double high = getRange().getUpperBound();
        int[] steps = Math.log10(high / low) > FEW_DECADES ? new int[] {1} : new int[] {1, 2, 5};
        List<Double> values = new ArrayList<>();
        for (int exponent = (int) Math.floor(Math.log10(low)); exponent <= Math.log10(high); exponent++) {
            for (int step : steps) {
                double value = step * Math.pow(10, exponent);
                if (value >= low && value <= high) {
                    values.add(value);
                }
            }
        }
        return values;
    }
}
