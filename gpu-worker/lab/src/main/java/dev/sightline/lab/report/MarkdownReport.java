package dev.sightline.lab.report;

import dev.sightline.lab.report.ProvenanceText.Fact;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A report as GitHub Markdown: summaries, tables and links to plots. Pictures of galleries are left out, since a document is kept
 * where the pictures must not be.
 */
public final class MarkdownReport {

    private static final String SPECIAL = "\\`*_[]<>&|~#";

    /** Writes {@code evaluation.md} and beside it the plots, {@code evaluation/p1-curve.png}. */
    public void write(Report report, Path file) {
        String folder = plotFolder(file);
        ReportFile.write(file, text(report, folder));
        PlotFiles.write(report, file.resolveSibling(folder));
    }

    /** The document, whose plots lie in {@code plotFolder}, relative to it. */
    public String text(Report report, String plotFolder) {
        String facts = ProvenanceText.facts(report.provenance()).stream()
                .map(MarkdownReport::line)
                .collect(Collectors.joining());
        String sections = report.sections().stream()
                .map(section -> text(section, plotFolder))
                .collect(Collectors.joining());
        return "# %s\n\n%s%s".formatted(escaped(report.title()), facts, sections);
    }

    /** Sections alone, without their plots: for a part of a document that shows those in its own way. */
    public String text(List<Section> sections) {
        return sections.stream()
                .map(section ->
                        Section.of(section.id(), section.title(), section.summary(), section.tables(), List.of()))
                .map(section -> text(section, ""))
                .collect(Collectors.joining());
    }

    private static String plotFolder(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".md") ? name.substring(0, name.length() - ".md".length()) : name + "-plots";
    }

    private static String line(Fact fact) {
        return "- %s: %s\n".formatted(escaped(fact.name()), escaped(fact.value()));
    }

    private static String text(Section section, String plotFolder) {
        String tables = section.tables().stream().map(MarkdownReport::text).collect(Collectors.joining());
        String plots = section.plots().stream()
                .map(plot ->
                        "\n![%s](%s/%s)\n".formatted(escaped(plot.title()), plotFolder, PlotFiles.name(section, plot)))
                .collect(Collectors.joining());
        return "\n## %s\n\n%s\n%s%s".formatted(escaped(section.title()), escaped(section.summary()), tables, plots);
    }

    private static String text(Table table) {
        TableText text = TableText.of(table);
        String rule = text.numeric().stream()
                .map(numeric -> numeric ? "---:" : ":---")
                .collect(Collectors.joining(" | ", "| ", " |\n"));
        String rows = text.rows().stream().map(MarkdownReport::row).collect(Collectors.joining());
        String notes =
                text.notes().stream().map(note -> "\n" + escaped(note) + "\n").collect(Collectors.joining());
        return "\n%s\n\n%s%s%s%s".formatted(escaped(table.caption()), row(text.columns()), rule, rows, notes);
    }

    private static String row(List<String> cells) {
        return cells.stream().map(MarkdownReport::escaped).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    /** Text that Markdown shows as it is, on one line. */
    private static String escaped(String text) {
        return text.strip()
                .replaceAll("\\s+", " ")
                .codePoints()
                .mapToObj(Character::toString)
                .map(character -> SPECIAL.contains(character) ? "\\" + character : character)
                .collect(Collectors.joining());
    }
}
