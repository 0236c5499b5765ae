package dev.sightline.local.system;

import dev.sightline.events.EnvironmentNames;
import dev.sightline.local.terminal.LauncherException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The lab's program in a JVM of its own, with the user's terminal: it measures and trains, so it gets all compilers and half the memory. */
public final class LabProcess {

    private final Places places;

    public LabProcess(Places places) {
        this.places = places;
    }

    /** Runs one command to its end, or until the user interrupts it; returns its exit code. */
    public int run(String name, List<String> arguments) {
        return run(name, arguments, Map.of());
    }

    /** The same; {@code environment} adds to what it sees. */
    public int run(String name, List<String> arguments, Map<String, String> environment) {
        ProcessBuilder builder = builder(name, arguments);
        builder.environment().putAll(environment);
        try {
            return new BoundProgram(builder).run();
        } catch (IOException e) {
            throw new LauncherException("cannot start the lab: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherException("interrupted", e);
        }
    }

    ProcessBuilder builder(String name, List<String> arguments) {
        Path target = places.root().resolve("gpu-worker/lab/target");
        List<String> command = new ArrayList<>(List.of(
                places.java().toString(),
                "-XX:MaxRAMPercentage=50",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.awt.headless=true",
                "-cp",
                "%1$s/classes:%1$s/lib/*".formatted(target),
                "dev.sightline.lab.command.LabProgram",
                name));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put(EnvironmentNames.MODELS, places.models().toString());
        builder.environment().put("SIGHTLINE_CORPUS", places.corpus().toString());
        builder.environment().put("SIGHTLINE_CACHE", places.cache().toString());
        builder.environment().put("SIGHTLINE_STATE", places.state().toString());
        LocalKey.read(places.state()).ifPresent(key -> builder.environment().put("SIGHTLINE_API_KEY", key.text()));
        return builder;
    }
}
