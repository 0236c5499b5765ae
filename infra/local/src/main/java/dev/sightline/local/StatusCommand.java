package dev.sightline.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.local.system.LocalSystem;
import dev.sightline.local.system.LocalSystem.Part;
import dev.sightline.local.system.Places;
import dev.sightline.local.terminal.Console;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Says which parts run, and which died. Exit code 0 if all run, 1 otherwise.")
final class StatusCommand implements Callable<Integer> {

    private final Console console;

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    StatusCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        LocalSystem system = new LocalSystem(Places.fromEnvironment(System.getenv()), console);
        List<Part> parts = system.parts();
        var running = system.running();
        if (json) {
            ObjectNode answer = new ObjectMapper().createObjectNode().put("up", running.isPresent());
            parts.forEach(part -> part.process().ifPresent(process -> answer.put(part.name(), process.pid())));
            system.deadParts().forEach(answer.putArray("dead")::add);
            running.ifPresent(up -> answer.put("api", up.api().toString()));
            console.print(answer.toPrettyString());
        } else {
            parts.forEach(part -> console.print("%-12s %s"
                    .formatted(
                            part.name(),
                            part.process()
                                    .map(process -> "running, process " + process.pid())
                                    .orElse("not running"))));
            if (!system.deadParts().isEmpty()) {
                console.print("died: %s. Start again, and keep what was uploaded: ./sightline up"
                        .formatted(String.join(", ", system.deadParts())));
            }
            running.ifPresent(up -> console.print("%-12s %s".formatted("API", up.api())));
        }
        return running.isPresent() ? 0 : 1;
    }
}
