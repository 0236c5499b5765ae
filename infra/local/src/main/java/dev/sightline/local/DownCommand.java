package dev.sightline.local;

import dev.sightline.local.system.LocalSystem;
import dev.sightline.local.system.Places;
import dev.sightline.local.terminal.Console;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "down",
        mixinStandardHelpOptions = true,
        description = "Stops what up started, also after a crash, and nothing else. Uploaded images are gone then.")
final class DownCommand implements Callable<Integer> {

    private final Console console;

    DownCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<String> stopped = new LocalSystem(Places.fromEnvironment(System.getenv()), console).down();
        console.note(stopped.isEmpty() ? "Nothing was running." : "Stopped " + String.join(", ", stopped) + ".");
        return 0;
    }
}
