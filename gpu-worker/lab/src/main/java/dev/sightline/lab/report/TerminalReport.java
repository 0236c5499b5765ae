package dev.sightline.lab.report;

import dev.sightline.lab.report.ProvenanceText.Fact;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A report as lines of text: what the summaries say, and the tables. Plots and pictures are left to {@link HtmlReport}.
 *
 * <p>The text holds characters such as ± and –, so the stream that it ends in should be UTF-8.
 *
 * @throws IllegalArgumentException if the width is less than {@value #MIN_WIDTH}
 */
public final class TerminalReport {

    static final int MIN_WIDTH = 40;

    private final int width;

    /** @param width columns of the terminal; tables that are wider are continued below, with their first columns again */
    public TerminalReport(int width) {
        if (width < MIN_WIDTH) {
            throw new IllegalArgumentException("expected at least %d columns, got %d".formatted(MIN_WIDTH, width));
        }
        this.width = width;
    }

    /**
     * Writes the whole report.
     *
     * @throws UncheckedIOException if {@code out} does not take it
     */
    public void write(Report report, Appendable out) {
        try {
            for (String line : lines(report)) {
                out.append(line).append('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing the report", e);
        }
    }

    private List<String> lines(Report report) {
        List<String> lines = new ArrayList<>(heading(report.title(), "="));
        for (Fact fact : ProvenanceText.facts(report.provenance())) {
            lines.addAll(TextBlock.hanging(fact.name(), fact.value(), width));
        }
        report.sections().forEach(section -> lines.addAll(lines(section)));
        return lines;
    }

    private List<String> lines(Section section) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.addAll(heading(section.title(), "-"));
        lines.addAll(TextBlock.wrapped(section.summary(), width));
        for (Table table : section.tables()) {
            lines.add("");
            lines.addAll(TextBlock.wrapped(table.caption(), width));
            lines.addAll(new TextColumns(TableText.of(table), width).lines());
        }
        return lines;
    }

    private static List<String> heading(String title, String underline) {
        return List.of(title, underline.repeat(TextBlock.width(title)));
    }
}
