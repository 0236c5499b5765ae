package dev.sightline.lab.report;

import dev.sightline.lab.metrics.Interval;
import java.util.List;

/** A picture of numbers; {@code name} is short and stable, since it becomes a file's name. */
public sealed interface Plot {

    String name();

    String title();

    /** A named axis; {@code logarithmic} where values span orders of magnitude. */
    record Axis(String label, boolean logarithmic) {}

    /** A point; {@code y.low()} and {@code y.high()} are drawn as an error bar if they differ from the value. */
    record Point(double x, Interval y) {
        /** A point without an error bar. */
        public static Point of(double x, double y) {
            return new Point(x, new Interval(y, y, y));
        }
    }

    /** Points that belong together, in the order in which they are joined. */
    record Series(String name, List<Point> points) {
        public Series {
            points = List.copyOf(points);
        }
    }

    /** Curves. */
    record Lines(String name, String title, Axis x, Axis y, List<Series> series) implements Plot {
        public Lines {
            series = List.copyOf(series);
        }
    }

    /** Points that are not joined: each series one colour and one entry of the legend. */
    record Scatter(String name, String title, Axis x, Axis y, List<Series> series) implements Plot {
        public Scatter {
            series = List.copyOf(series);
        }
    }

    /** One bar per name, with an error bar. */
    record Bars(String name, String title, Axis y, List<Bar> bars) implements Plot {
        public Bars {
            bars = List.copyOf(bars);
        }

        /** One bar. */
        public record Bar(String name, Interval value) {}
    }

    /** A square of shares 0..1: row = what is true, column = what was found, both in the order of {@code names}. */
    record Matrix(String name, String title, List<String> names, List<List<Double>> shares) implements Plot {
        public Matrix {
            names = List.copyOf(names);
            shares = shares.stream().map(List::copyOf).toList();
        }
    }
}
