package dev.sightline.lab.metrics;

/**
 * An estimate with its 95 % interval, in the unit of what is estimated; {@code low <= value <= high}.
 *
 * @throws IllegalArgumentException if the three are not in order, or one is not a number
 */
public record Interval(double value, double low, double high) {

    public Interval {
        if (!(low <= value && value <= high)) {
            throw new IllegalArgumentException(
                    "expected low <= value <= high, got %s, %s, %s".formatted(low, value, high));
        }
    }

    /** Whether the interval lies wholly above zero or wholly below: for a difference, whether it is more than chance. */
    public boolean excludesZero() {
        return low > 0 || high < 0;
    }
}
