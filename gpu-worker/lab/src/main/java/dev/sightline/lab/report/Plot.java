package dev.sightline.lab.report;

import dev.sightline.lab.metrics.Interval;
import java.util.List;
import java.util.Optional;

/**
 * A picture of numbers; {@code name} is short and stable, since it becomes a file's name: letters, digits, dots, dashes and
 * underscores. Series and bars have distinct names, numbers are finite, and those on a logarithmic axis are positive; an interval
 * may reach below.
 *
 * <p>Each plot throws {@link IllegalArgumentException} for what does not fit.
 */
public sealed interface Plot {

    String name();

    String title();

    /** A named axis; {@code logarithmic} where values span orders of magnitude. */
    record Axis(String label, boolean logarithmic) {}

    /** A point; {@code y.low()} and {@code y.high()} are drawn as an error bar or band if they differ from the value. */
    record Point(double x, Interval y) {
        public Point {
            if (!Double.isFinite(x)) {
                throw new IllegalArgumentException("expected a finite x, got " + x);
            }
            checkFinite("y", y);
        }

        /** A point without an error bar. */
        public static Point of(double x, double y) {
            return new Point(x, new Interval(y, y, y));
        }
    }

    /** What a series is: a result, or something to compare results with (chance, the ideal), drawn dashed and grey. */
    enum Role {
        RESULT,
        REFERENCE
    }

    /** Points that belong together, in the order in which they are joined. */
    record Series(String name, List<Point> points, Role role) {
        public Series {
            points = List.copyOf(points);
        }

        /** A result. */
        public Series(String name, List<Point> points) {
            this(name, points, Role.RESULT);
        }

        /** Something to compare results with. */
        public static Series reference(String name, List<Point> points) {
            return new Series(name, points, Role.REFERENCE);
        }
    }

    /** Curves. */
    record Lines(String name, String title, Axis x, Axis y, List<Series> series) implements Plot {
        public Lines {
            series = List.copyOf(series);
            checkSeries(name, x, y, series);
        }
    }

    /** Points that are not joined: each series one colour and one entry of the legend. */
    record Scatter(String name, String title, Axis x, Axis y, List<Series> series) implements Plot {
        public Scatter {
            series = List.copyOf(series);
            checkSeries(name, x, y, series);
        }
    }

    /** One bar per name, first on top, with an error bar. */
    record Bars(String name, String title, Axis y, List<Bar> bars) implements Plot {
        public Bars {
            bars = List.copyOf(bars);
            Name.checked(name);
            Name.checkDistinct("bars", bars.stream().map(Bar::name).toList());
            bars.forEach(bar -> checkFits(y, bar.value().value()));
        }

        /** One bar. */
        public record Bar(String name, Interval value) {
            public Bar {
                checkFinite(name, value);
            }
        }
    }

    /** A square of shares 0..1: row = what is true, column = what was found, both in the order of {@code names}. */
    record Matrix(String name, String title, List<String> names, List<List<Double>> shares) implements Plot {
        public Matrix {
            names = List.copyOf(names);
            shares = shares.stream().map(List::copyOf).toList();
            Name.checked(name);
            checkSquare(names.size(), shares);
            shares.forEach(row -> row.forEach(Plot::checkShare));
        }
    }

    private static void checkSeries(String name, Axis x, Axis y, List<Series> series) {
        Name.checked(name);
        Name.checkDistinct("series", series.stream().map(Series::name).toList());
        series.stream().flatMap(each -> each.points().stream()).forEach(point -> {
            checkFits(x, point.x());
            checkFits(y, point.y().value());
        });
    }

    private static void checkFits(Axis axis, double value) {
        if (axis.logarithmic() && value <= 0) {
            throw new IllegalArgumentException(
                    "expected positive values on the logarithmic axis \"%s\", got %s".formatted(axis.label(), value));
        }
    }

    private static void checkFinite(String name, Interval interval) {
        if (!Double.isFinite(interval.low()) || !Double.isFinite(interval.high())) {
            throw new IllegalArgumentException("expected a finite %s, got %s".formatted(name, interval));
        }
    }

    private static void checkSquare(int size, List<List<Double>> shares) {
        Optional<List<Double>> odd =
                shares.stream().filter(row -> row.size() != size).findFirst();
        if (shares.size() != size || odd.isPresent()) {
            throw new IllegalArgumentException("expected %d rows of %d shares, got %d rows, one of %d"
                    .formatted(size, size, shares.size(), odd.map(List::size).orElse(size)));
        }
    }

    private static void checkShare(double share) {
        // Written so that NaN fails.
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("expected a share of 0 to 1, got " + share);
        }
    }
}
