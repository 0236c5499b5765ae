package dev.sightline.lab.command;

import dev.sightline.lab.report.HtmlReport;
import dev.sightline.lab.report.JsonReport;
import dev.sightline.lab.report.MarkdownReport;
import dev.sightline.lab.report.Report;
import dev.sightline.lab.report.TerminalReport;
import java.nio.file.Path;

/** Where a report is written in all its forms: {@code index.html}, {@code report.json}, {@code evaluation.md}. */
record ReportFolder(Path folder) {

    private static final int COLUMNS = 160;

    void write(Report report) {
        new JsonReport().write(report, folder.resolve("report.json"));
        new MarkdownReport().write(report, folder.resolve("evaluation.md"));
        new HtmlReport().write(report, folder);
    }

    /** The report as tables for a terminal. */
    static String text(Report report) {
        var text = new StringBuilder();
        new TerminalReport(COLUMNS).write(report, text);
        return text.toString().stripTrailing();
    }

    /** The report for programs. */
    static String json(Report report) {
        return new JsonReport().text(report).stripTrailing();
    }
}
