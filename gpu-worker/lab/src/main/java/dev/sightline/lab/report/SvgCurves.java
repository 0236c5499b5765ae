package dev.sightline.lab.report;

import dev.sightline.lab.report.Plot.Point;
import dev.sightline.lab.report.Plot.Series;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Curves as SVG, for documents that are kept with the code: the same plot gives the same text on every machine, whatever its fonts are. Axes
 * begin at zero and are linear; intervals are not drawn.
 *
 * <p>Not for values below zero or logarithmic axes: those throw {@link IllegalArgumentException}.
 */
public final class SvgCurves {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 300;
    private static final int LEFT = 64;
    private static final int RIGHT = 16;
    private static final int TOP = 36;
    private static final int BOTTOM = 68;
    private static final int PLOT_WIDTH = WIDTH - LEFT - RIGHT;
    private static final int PLOT_HEIGHT = HEIGHT - TOP - BOTTOM;
    private static final int LEGEND_STEP = 150;
    private static final List<String> COLOURS = List.of("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00");
    private static final List<String> DASHES = List.of("none", "7 4", "2 3", "9 3 2 3", "4 2");

    private final Plot.Lines plot;
    private final SvgScale x;
    private final SvgScale y;

    private SvgCurves(Plot.Lines plot) {
        this.plot = plot;
        this.x = scale(plot.x(), Point::x, PLOT_WIDTH);
        this.y = scale(plot.y(), point -> point.y().value(), PLOT_HEIGHT);
    }

    /** The curves of a section as files of a folder, {@code section-plot.svg}. */
    public static void write(Section section, Path folder) {
        for (Plot plot : section.plots()) {
            if (plot instanceof Plot.Lines lines) {
                ReportFile.write(folder.resolve("%s-%s.svg".formatted(section.id(), lines.name())), of(lines));
            }
        }
    }

    /** The document. */
    public static String of(Plot.Lines plot) {
        return new SvgCurves(plot).document();
    }

    private SvgScale scale(Plot.Axis axis, ToDoubleFunction<Point> value, int length) {
        double[] values = plot.series().stream()
                .flatMap(series -> series.points().stream())
                .mapToDouble(value)
                .toArray();
        if (axis.logarithmic()) {
            throw new IllegalArgumentException("expected a linear axis, got \"%s\"".formatted(axis.label()));
        }
        return SvgScale.of(length, values);
    }

    private String document() {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d" role="img" \
                font-family="sans-serif" font-size="12" fill="#1F2933">
                <title>%3$s</title>
                <rect width="%1$d" height="%2$d" fill="#FFFFFF"/>
                <text x="12" y="22" font-size="15" font-weight="bold">%3$s</text>
                %4$s%5$s%6$s%7$s</svg>
                """.formatted(WIDTH, HEIGHT, escaped(plot.title()), grid(), labels(), curves(), legend());
    }

    private String grid() {
        var text = new StringBuilder();
        for (double tick : y.ticks()) {
            double at = TOP + PLOT_HEIGHT - y.place(tick);
            text.append(line(LEFT, at, LEFT + PLOT_WIDTH, at));
            text.append(label(LEFT - 6, at + 4, "end", SvgScale.text(tick)));
        }
        for (double tick : x.ticks()) {
            double at = LEFT + x.place(tick);
            text.append(line(at, TOP, at, TOP + PLOT_HEIGHT));
            text.append(label(at, TOP + PLOT_HEIGHT + 16, "middle", SvgScale.text(tick)));
        }
        return text.toString();
    }

    private String labels() {
        return label(LEFT + PLOT_WIDTH, TOP + PLOT_HEIGHT + 32, "end", plot.x().label())
                + label(WIDTH - RIGHT, 22, "end", plot.y().label());
    }

    private String curves() {
        var text = new StringBuilder();
        for (int i = 0; i < plot.series().size(); i++) {
            String points = turns(plot.series().get(i).points()).stream()
                    .map(point -> places(
                            LEFT + x.place(point.x()),
                            TOP + PLOT_HEIGHT - y.place(point.y().value())))
                    .collect(Collectors.joining(" "));
            text.append("<polyline fill=\"none\" %s points=\"%s\"/>\n".formatted(stroke(i), points));
        }
        return text.toString();
    }

    /** Without the points inside of level stretches. */
    private static List<Point> turns(List<Point> points) {
        return IntStream.range(0, points.size())
                .filter(i -> i == 0
                        || i == points.size() - 1
                        || !isLevel(points.get(i - 1), points.get(i))
                        || !isLevel(points.get(i), points.get(i + 1)))
                .mapToObj(points::get)
                .toList();
    }

    private static boolean isLevel(Point one, Point next) {
        return one.y().equals(next.y());
    }

    private String legend() {
        var text = new StringBuilder();
        for (int i = 0; i < plot.series().size(); i++) {
            Series series = plot.series().get(i);
            int left = LEFT + i * LEGEND_STEP;
            int at = HEIGHT - 16;
            text.append("<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" %s/>\n"
                    .formatted(left, at - 4, left + 24, at - 4, stroke(i)));
            text.append(label(left + 30, at, "start", series.name()));
        }
        return text.toString();
    }

    private static String stroke(int series) {
        return "stroke=\"%s\" stroke-width=\"2\" stroke-dasharray=\"%s\""
                .formatted(COLOURS.get(series % COLOURS.size()), DASHES.get(series % DASHES.size()));
    }

    private static String line(double fromX, double fromY, double toX, double toY) {
        return String.format(
                Locale.ROOT,
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"#E1E5EA\"/>\n",
                fromX,
                fromY,
                toX,
                toY);
    }

    private static String label(double x, double y, String anchor, String text) {
        return String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"#616E7C\">%s</text>\n",
                x,
                y,
                anchor,
                escaped(text));
    }

    private static String places(double x, double y) {
        return String.format(Locale.ROOT, "%.1f,%.1f", x, y);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
