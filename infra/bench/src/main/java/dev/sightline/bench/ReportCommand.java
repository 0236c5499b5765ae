package dev.sightline.bench;

import dev.sightline.bench.figures.BenchFolder;
import dev.sightline.bench.report.BenchReport;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "report", description = "Makes the report from the data of a run.")
final class ReportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--out", required = true, paramLabel = "DIR")
    private Path out;

    @Override
    public Integer call() {
        Path report = new BenchReport(new BenchFolder(out)).write();
        spec.commandLine().getOut().println("Report: " + report);
        return 0;
    }
}
