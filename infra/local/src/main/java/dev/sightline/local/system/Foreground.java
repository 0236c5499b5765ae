package dev.sightline.local.system;

import dev.sightline.local.terminal.Console;
import dev.sightline.local.terminal.LauncherException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs commands whose output is the user's to read. */
public final class Foreground {

    private Foreground() {}

    /**
     * Runs a command to its end.
     *
     * @param environment added to the launcher's own
     * @throws LauncherException if it fails or cannot be run
     */
    public static void run(Console console, Path folder, Map<String, String> environment, List<String> command) {
        console.note("sightline: " + String.join(" ", command) + "   (in " + folder + ")");
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).inheritIO();
        builder.environment().putAll(environment);
        try {
            int status = new BoundProgram(builder).run();
            if (status != 0) {
                throw new LauncherException("%s failed with status %d".formatted(command, status));
            }
        } catch (IOException e) {
            throw new LauncherException("cannot run %s: %s".formatted(command.getFirst(), e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherException("interrupted", e);
        }
    }
}
