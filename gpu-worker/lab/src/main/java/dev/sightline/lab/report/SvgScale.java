package dev.sightline.lab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** A linear axis from zero to {@code high}, {@code length} pixels long, with a tick at each multiple of {@code step}. */
record SvgScale(double high, double step, int length) {

    private static final int MOST_TICKS = 6;
    private static final List<Double> STEPS = List.of(1.0, 2.0, 5.0, 10.0);
    private static final String[] POWERS = {"", " k", " M", " B"};
    private static final double PLAIN_BELOW = 10_000;

    /** An axis that covers all the values, up to a tick. */
    static SvgScale of(int length, double... values) {
        double low = DoubleStream.of(values).min().orElse(0);
        if (low < 0) {
            throw new IllegalArgumentException("expected values of zero or more, got " + low);
        }
        double most = DoubleStream.of(values).max().orElse(1);
        double step = step(most > 0 ? most : 1);
        return new SvgScale(Math.max(1, Math.ceil(most / step)) * step, step, length);
    }

    /** The smallest of 1, 2 and 5 times a power of ten with not too many ticks. */
    private static double step(double most) {
        double power = 1e-3;
        while (power * 10 * MOST_TICKS < most) {
            power *= 10;
        }
        double unit = power;
        return STEPS.stream()
                .map(step -> step * unit)
                .filter(step -> most / step <= MOST_TICKS)
                .findFirst()
                .orElse(10 * unit);
    }

    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        for (int i = 0; i * step <= high + step / 2; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    /** Pixels from the axis' origin. */
    double place(double value) {
        return value / high * length;
    }

    /** {@code 0.25}, {@code 2,500}, {@code 20 M}. */
    static String text(double tick) {
        double value = tick;
        int power = 0;
        while (tick >= PLAIN_BELOW && value >= 1000 && power < POWERS.length - 1) {
            value /= 1000;
            power++;
        }
        return NumberText.shortest(value) + POWERS[power];
    }
}
