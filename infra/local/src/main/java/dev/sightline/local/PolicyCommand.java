package dev.sightline.local;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "policy",
        mixinStandardHelpOptions = true,
        description = {
            "The policy: which boxes become dots, what counts as evidence, and how the sources of an answer are mixed.",
            "What each of its fields does is explained in docs/policy.md."
        },
        subcommands = {
            PolicyCheckCommand.class,
            PolicyDiffCommand.class,
            PolicyShowCommand.class,
            PolicyApplyCommand.class
        })
final class PolicyCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do with the policy.");
    }
}
