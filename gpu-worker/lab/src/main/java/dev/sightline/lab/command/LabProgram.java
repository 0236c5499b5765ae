package dev.sightline.lab.command;

import dev.sightline.lab.training.DjlEngines;
import dev.sightline.visual.SightlineException;
import java.io.UncheckedIOException;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The lab's entry point; {@code ./sightline} starts it in a JVM of its own. Each command gets a {@link LabConsole}. */
@Command(
        name = "sightline",
        mixinStandardHelpOptions = true,
        versionProvider = LabVersion.class,
        description = "Measures features, detection and search with known answers, and fits what the models need.",
        subcommands = {
            EvaluateCommand.class,
            CalibrateCommand.class,
            TuneDotsCommand.class,
            TrainHeadCommand.class,
            TrainRankerCommand.class,
            EngagementReportCommand.class,
            MeasureCoSaveCommand.class,
            ReplayCommand.class,
            SimulateCommand.class,
            SizeCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:failed; the message says why", "2:the command line is wrong"})
public final class LabProgram implements Runnable {

    @Spec
    private CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(commandLine(new LabConsole(System.out, System.err, isTerminal()))
                .execute(arguments));
    }

    /** The command line with this console; a known error is one line and exit code 1. */
    static CommandLine commandLine(LabConsole console) {
        DjlEngines.makeRepeatable();
        return new CommandLine(new LabProgram(), new ConsoleFactory(console))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, line, result) -> {
                    if (failure instanceof SightlineException || failure instanceof UncheckedIOException) {
                        console.note("sightline: " + failure.getMessage());
                        return 1;
                    }
                    throw failure;
                });
    }

    private static boolean isTerminal() {
        return Optional.ofNullable(System.console())
                .map(java.io.Console::isTerminal)
                .orElse(false);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do.");
    }

    /** Gives each command the console. */
    private record ConsoleFactory(LabConsole console) implements IFactory {

        @Override
        public <K> K create(Class<K> type) throws Exception {
            try {
                return type.getDeclaredConstructor(LabConsole.class).newInstance(console);
            } catch (NoSuchMethodException e) {
                return CommandLine.defaultFactory().create(type);
            }
        }
    }
}
