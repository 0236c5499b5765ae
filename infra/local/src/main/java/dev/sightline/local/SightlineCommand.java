package dev.sightline.local;

import dev.sightline.local.terminal.Console;
import dev.sightline.local.terminal.LauncherException;
import dev.sightline.visual.SightlineException;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.core.exception.SdkException;

/** The command line's entry point. */
@Command(
        name = "sightline",
        mixinStandardHelpOptions = true,
        versionProvider = LauncherVersion.class,
        description = "An open visual discovery engine: put images into a bucket and ask what looks like them.",
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            DemoCommand.class,
            LearnDemoCommand.class,
            UploadCommand.class,
            ImportPinsCommand.class,
            RedriveCommand.class,
            PauseCommand.class,
            ResumeCommand.class,
            RelatedCommand.class,
            FlashlightCommand.class,
            LensCommand.class,
            PolicyCommand.class,
            EngagementCommand.class,
            RankerCommand.class,
            KeysCommand.class,
            TrainHeadCommand.class,
            QuantizeCommand.class,
            BackfillCommand.class,
            ReconcileCommand.class,
            RebuildIndexCommand.class,
            VerifyRecallCommand.class,
            SwitchModelCommand.class,
            FuzzCommand.class,
            BenchCommand.class,
            TestCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:failed; the message says why",
            "2:the command line is wrong",
            "3:a prerequisite is missing (JDK 25, Maven, Node 20+, Python 3.13)",
            "4:done, except for some items; a report says which and why"
        })
public final class SightlineCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(
                commandLine(new Console(System.out, System.err, isTerminal())).execute(arguments));
    }

    private static boolean isTerminal() {
        return Optional.ofNullable(System.console())
                .map(java.io.Console::isTerminal)
                .orElse(false);
    }

    static CommandLine commandLine(Console console) {
        CommandLine launcher = new CommandLine(new SightlineCommand(), new CommandFactory(console));
        LabCommand.addTo(launcher, console);
        return launcher.setExecutionExceptionHandler((failure, line, result) -> {
            if (failure instanceof LauncherException
                    || failure instanceof SightlineException
                    || failure instanceof SdkException) {
                console.note("sightline: " + failure.getMessage());
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
