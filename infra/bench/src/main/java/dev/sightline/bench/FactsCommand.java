package dev.sightline.bench;

import ai.onnxruntime.OrtEnvironment;
import dev.sightline.bench.figures.BenchFolder;
import dev.sightline.bench.figures.RunFacts;
import dev.sightline.lab.report.Machine;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "facts", description = "Writes on what a run runs.")
final class FactsCommand implements Callable<Integer> {

    @Option(names = "--out", required = true, paramLabel = "DIR")
    private Path out;

    @Option(names = "--sightline", required = true, paramLabel = "VERSION")
    private String sightline;

    @Override
    public Integer call() {
        OrtEnvironment onnx = OrtEnvironment.getEnvironment();
        new BenchFolder(out)
                .write(new RunFacts(
                        sightline,
                        Machine.here(),
                        System.getProperty("os.version"),
                        Map.of("ONNX Runtime", onnx.getVersion()),
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                        Instant.now().toString()));
        return 0;
    }
}
