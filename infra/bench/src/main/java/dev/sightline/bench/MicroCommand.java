package dev.sightline.bench;

import dev.sightline.bench.figures.BenchFolder;
import dev.sightline.bench.micro.MicroRun;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "micro", description = "Measures small parts by themselves.")
final class MicroCommand implements Callable<Integer> {

    @Option(names = "--out", required = true, paramLabel = "DIR")
    private Path out;

    @Option(names = "--quick")
    private boolean quick;

    @Override
    public Integer call() throws RunnerException {
        new BenchFolder(out).write(new MicroRun(quick).run());
        return 0;
    }
}
