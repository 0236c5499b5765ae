package dev.sightline.local;

import dev.sightline.local.system.LocalKey;
import dev.sightline.local.system.LocalSystem;
import dev.sightline.local.system.Places;
import dev.sightline.local.system.RunningSystem;
import dev.sightline.local.terminal.Console;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = {
            "Starts the whole system on this machine, on loopback only.",
            "Prepares what is missing (tools, models), then starts OpenSearch, LocalStack with the deployed stacks,"
                    + " the worker, and the page.",
            "A second run starts only parts that died (what was uploaded is still there unless LocalStack died),",
            "and brings what was built since: functions by their code, stacks by deploying them again."
        })
final class UpCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private PortOptions options;

    @Mixin
    private ModelOptions models;

    UpCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Places places = Places.fromEnvironment(System.getenv());
        RunningSystem system = new LocalSystem(places, console).up(options.ports(), models.choice());
        console.print("page     " + system.page());
        console.print("API      " + system.api());
        console.print("API key  in " + LocalKey.file(places.state()));
        console.print("AWS      " + system.awsEndpoint());
        console.print("search   " + system.searchEndpoint());
        console.print("worker   " + system.workerEndpoint());
        return 0;
    }
}
