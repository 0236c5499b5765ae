package dev.sightline.bench.figures;

import java.util.List;

/** Lines in one plot, for example a latency over the size of an index. */
public record Curve(String id, String title, String x, String y, List<Line> lines) {

    public Curve {
        lines = List.copyOf(lines);
    }

    /** Points that are joined, each {@code [x, y]}, zero or more. */
    public record Line(String name, List<List<Double>> points) {
        public Line {
            points = points.stream().map(List::copyOf).toList();
        }
    }
}
