package dev.sightline.lab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Plain text within a width in columns, each character counted as one. */
final class TextBlock {

    private static final String ELLIPSIS = "…";
    private static final int HANGING = 12;
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private TextBlock() {}

    static int width(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Lines broken between words; a word that is longer than a line stays whole. */
    static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        var line = new StringBuilder();
        for (String word : SPACES.splitAsStream(text.strip()).toList()) {
            if (!line.isEmpty() && width(line.toString()) + 1 + width(word) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /** A name in a column of its own, then the wrapped value. */
    static List<String> hanging(String name, String value, int width) {
        List<String> lines = wrapped(value, width - HANGING);
        List<String> indented = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            indented.add(padded(i == 0 ? name : "", HANGING - 1) + " " + lines.get(i));
        }
        return indented;
    }

    static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - width(text)));
    }

    static String paddedLeft(String text, int width) {
        return " ".repeat(Math.max(0, width - width(text))) + text;
    }

    /** The beginning of a text that is too long. */
    static String shortened(String text, int width) {
        return width(text) <= width ? text : text.substring(0, text.offsetByCodePoints(0, width - 1)) + ELLIPSIS;
    }
}
