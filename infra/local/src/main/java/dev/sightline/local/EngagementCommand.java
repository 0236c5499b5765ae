package dev.sightline.local;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "engagement",
        mixinStandardHelpOptions = true,
        description = "What users did with results: count it, copy it, report on it, or erase what is known of a user.",
        subcommands = {
            EngagementRollUpCommand.class,
            EngagementExportCommand.class,
            EngagementReportCommand.class,
            EngagementEraseCommand.class
        })
final class EngagementCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do with the engagement log.");
    }
}
