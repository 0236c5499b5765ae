package dev.sightline.lab.report;

import dev.sightline.lab.metrics.Interval;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers for people, the same in every locale. */
final class NumberText {

    private static final long KIBI = 1024;
    private static final int SIGNIFICANT = 3;

    private NumberText() {}

    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** Rounded half up; a zero has no sign. */
    static String decimal(double value, int decimals) {
        BigDecimal rounded = rounded(value, decimals);
        return String.format(Locale.ROOT, "%,." + decimals + "f", rounded.signum() == 0 ? BigDecimal.ZERO : rounded);
    }

    /** {@code 0.532 ±0.041}, or {@code 0.532 [0.490, 0.570]} where the two sides differ as shown, or {@code 0.532} without sides. */
    static String estimate(Interval interval, int decimals) {
        String value = decimal(interval.value(), decimals);
        if (interval.low() == interval.high()) {
            return value;
        }
        String below = decimal(interval.value() - interval.low(), decimals);
        String above = decimal(interval.high() - interval.value(), decimals);
        return below.equals(above)
                ? value + " ±" + above
                : "%s [%s, %s]".formatted(value, decimal(interval.low(), decimals), decimal(interval.high(), decimals));
    }

    /** With three significant digits, larger numbers whole, no idle zeros: {@code 1,280}, {@code 12.3}, {@code 0.5}. */
    static String shortest(double value) {
        return decimal(value, decimals(value));
    }

    /** The decimals of {@link #shortest}. */
    static int decimals(double value) {
        if (value == 0) {
            return 0;
        }
        int magnitude = (int) Math.floor(Math.log10(Math.abs(value)));
        BigDecimal rounded = rounded(value, Math.max(0, SIGNIFICANT - 1 - magnitude));
        return Math.max(0, rounded.stripTrailingZeros().scale());
    }

    /** {@code 23.4 GiB}. */
    static String memory(long bytes) {
        return decimal((double) bytes / (KIBI * KIBI * KIBI), 1) + " GiB";
    }

    private static BigDecimal rounded(double value, int decimals) {
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
    }
}
