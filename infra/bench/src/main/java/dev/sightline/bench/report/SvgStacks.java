package dev.sightline.bench.report;

import dev.sightline.bench.figures.Stack;
import java.util.List;
import java.util.Locale;

/** Wholes as bars that lie, each made of its parts in the same colours: the same text on every machine. */
final class SvgStacks {

    private static final int WIDTH = 760;
    private static final int LEFT = 190;
    private static final int RIGHT = 80;
    private static final int TOP = 44;
    private static final int BAR = 22;
    private static final int STEP = 34;
    private static final int LEGEND_STEP = 92;
    private static final List<String> COLOURS = List.of(
            "#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#999999", "#F0E442", "#333333",
            "#882255");

    private final Stack stack;
    private final double scale;

    private SvgStacks(Stack stack) {
        this.stack = stack;
        double largest = stack.largest();
        scale = largest == 0 ? 0 : (WIDTH - LEFT - RIGHT) / largest;
    }

    static String of(Stack stack) {
        return new SvgStacks(stack).document();
    }

    private String document() {
        int bottom = TOP + STEP * stack.rows().size();
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < stack.rows().size(); i++) {
            body.append(row(stack.rows().get(i), TOP + STEP * i));
        }
        return """
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d" role="img" font-family="sans-serif" font-size="12" fill="#1F2933">
                <title>%3$s</title>
                <rect width="%1$d" height="%2$d" fill="#FFFFFF"/>
                <text x="12" y="22" font-size="15" font-weight="bold">%3$s</text>
                %4$s%5$s</svg>
                """.formatted(WIDTH, bottom + 30, escaped(stack.title()), body, legend(bottom + 16));
    }

    private String row(Stack.Row row, int y) {
        StringBuilder text = new StringBuilder(label(LEFT - 8, y + 15, "end", row.name()));
        double at = LEFT;
        double sum = 0;
        for (int i = 0; i < row.values().size(); i++) {
            double width = row.values().get(i) * scale;
            text.append(box(at, y, width, i));
            at += width;
            sum += row.values().get(i);
        }
        return text.append(label(at + 6, y + 15, "start", BenchReport.number(sum) + " " + stack.unit()))
                .toString();
    }

    private String legend(int y) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < stack.parts().size(); i++) {
            double at = 12 + LEGEND_STEP * i;
            text.append("<rect x=\"%s\" y=\"%d\" width=\"10\" height=\"10\" fill=\"%s\"/>%n"
                    .formatted(number(at), y - 9, colour(i)));
            text.append(label(at + 14, y, "start", stack.parts().get(i)));
        }
        return text.toString();
    }

    private static String box(double x, int y, double width, int part) {
        return "<rect x=\"%s\" y=\"%d\" width=\"%s\" height=\"%d\" fill=\"%s\"/>%n"
                .formatted(number(x), y, number(width), BAR, colour(part));
    }

    private static String label(double x, int y, String anchor, String text) {
        return "<text x=\"%s\" y=\"%d\" text-anchor=\"%s\">%s</text>%n".formatted(number(x), y, anchor, escaped(text));
    }

    private static String colour(int part) {
        return COLOURS.get(part % COLOURS.size());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
