package dev.sightline.bench;

import dev.sightline.visual.SightlineException;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The entry point of what of the benchmarks is written in Java; {@code ./sightline bench} starts it in JVMs of its own. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures Sightline's classes, and makes the report of a run.",
        subcommands = {
            FactsCommand.class,
            MicroCommand.class,
            AnalysisCommand.class,
            EmbedCommand.class,
            SearchCommand.class,
            VectorsCommand.class,
            ReportCommand.class,
            CheckCommand.class
        })
public final class BenchProgram implements Runnable {

    @Spec
    private CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** A known error is one line and exit code 1. */
    static CommandLine commandLine() {
        return new CommandLine(new BenchProgram()).setExecutionExceptionHandler((failure, line, result) -> {
            if (failure instanceof SightlineException || failure instanceof UncheckedIOException) {
                line.getErr().println("sightline: " + failure.getMessage());
                return 1;
            }
            throw failure;
        });
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do.");
    }
}
