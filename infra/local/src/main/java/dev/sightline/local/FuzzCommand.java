package dev.sightline.local;

import dev.sightline.local.fuzz.ApiFuzz;
import dev.sightline.local.system.LocalSystem;
import dev.sightline.local.system.Places;
import dev.sightline.local.system.RunningSystem;
import dev.sightline.local.terminal.Console;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "fuzz",
        mixinStandardHelpOptions = true,
        description = {
            "Sends the running API what its OpenAPI document allows and forbids, and checks every answer by the document.",
            "Fails on a server error and on an answer that is not as documented. Boards that it made are deleted at the end."
        })
final class FuzzCommand implements Callable<Integer> {

    private final Console console;

    @Option(names = "--minutes", paramLabel = "N", defaultValue = "10", description = "how long (default: 10)")
    private int minutes;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "another one sends other requests (default: 1)")
    private long seed;

    FuzzCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Places places = Places.fromEnvironment(System.getenv());
        RunningSystem system = new LocalSystem(places, console).requireRunning();
        new ApiFuzz(places, console).run(system.api(), Duration.ofMinutes(minutes), seed);
        return 0;
    }
}
