package dev.sightline.lab.command;

import dev.sightline.lab.report.HtmlReport;
import dev.sightline.lab.report.JsonReport;
import dev.sightline.lab.report.MarkdownReport;
import dev.sightline.lab.report.Report;
import java.nio.file.Path;

/** Where a report is written in all its forms: {@code index.html}, {@code report.json}, {@code evaluation.md}. */
record ReportFolder(Path folder) {

    void write(Report report) {
        new JsonReport().write(report, folder.resolve("report.json"));
        new MarkdownReport().write(report, folder.resolve("evaluation.md"));
        new HtmlReport().write(report, folder);
    }
}
