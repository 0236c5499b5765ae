package dev.sightline.lab.report;

import java.nio.file.Path;

/** The plots of a report as PNG files of one folder. */
final class PlotFiles {

    private PlotFiles() {}

    static void write(Report report, Path folder) {
        for (Section section : report.sections()) {
            for (Plot plot : section.plots()) {
                ReportFile.write(
                        folder.resolve(name(section, plot)),
                        PlotDrawing.of(plot).png());
            }
        }
    }

    static String name(Section section, Plot plot) {
        return section.id() + "-" + plot.name() + ".png";
    }
}
