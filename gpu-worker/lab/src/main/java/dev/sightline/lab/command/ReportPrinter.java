package dev.sightline.lab.command;

import dev.sightline.lab.report.JsonReport;
import dev.sightline.lab.report.Report;
import dev.sightline.lab.report.TerminalReport;

/** Shows a report on the console: as tables of at most {@code columns} characters, or as JSON for programs. */
record ReportPrinter(LabConsole console, int columns) {

    void print(Report report, boolean json) {
        console.print(json ? new JsonReport().text(report).stripTrailing() : tables(report));
    }

    private String tables(Report report) {
        var text = new StringBuilder();
        new TerminalReport(columns).write(report, text);
        return text.toString().stripTrailing();
    }
}
