package dev.sightline.local.system;

import dev.sightline.local.terminal.LauncherException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs a command to its end, with its output in a log file.
 *
 * @param log where the output goes, replaced at each run
 * @param folder in which it runs
 * @param environment added to the launcher's own
 */
record Tool(Path log, Path folder, Map<String, String> environment) {

    private static final int TAIL_LINES = 15;

    Tool(Path log, Path folder) {
        this(log, folder, Map.of());
    }

    Tool with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(environment);
        all.putAll(more);
        return new Tool(log, folder, Map.copyOf(all));
    }

    /**
     * Runs the command; its output is in {@link #log} afterwards.
     *
     * @return the output
     * @throws LauncherException with the end of the output, if it fails
     */
    String run(String... command) {
        int status = status(command);
        String output = tail(log, Integer.MAX_VALUE);
        if (status != 0) {
            throw new LauncherException("%s failed with status %d (all of it: %s)%n%s"
                    .formatted(List.of(command).getFirst(), status, log, tail(log, TAIL_LINES)));
        }
        return output;
    }

    private int status(String... command) {
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(log.toFile());
            builder.environment().putAll(environment);
            return new BoundProgram(builder).run();
        } catch (IOException e) {
            throw new LauncherException("cannot run %s: %s".formatted(command[0], e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherException("interrupted", e);
        }
    }

    /** The last lines of a log file, or nothing if there is none. */
    static String tail(Path log, int lines) {
        try {
            List<String> all = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return String.join(System.lineSeparator(), all.subList(Math.max(0, all.size() - lines), all.size()));
        } catch (IOException e) {
            return "";
        }
    }
}
