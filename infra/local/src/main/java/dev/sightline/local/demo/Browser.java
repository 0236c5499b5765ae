package dev.sightline.local.demo;

import dev.sightline.local.terminal.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The user's web browser, if there is a display to show it on. */
public final class Browser {

    private final String program;

    private Browser(String program) {
        this.program = program;
    }

    /**
     * The program that opens files here, if any.
     *
     * @param system the operating system's name, as in {@code os.name}
     */
    public static Optional<Browser> find(String system, Map<String, String> environment) {
        boolean mac = system.toLowerCase(Locale.ROOT).contains("mac");
        boolean display = mac || isSet(environment, "DISPLAY") || isSet(environment, "WAYLAND_DISPLAY");
        String program = mac ? "open" : "xdg-open";
        return display && isOnPath(program, environment) ? Optional.of(new Browser(program)) : Optional.empty();
    }

    /** Opens the file if there is a display; says so if that fails. */
    public static void show(Path file, Console console) {
        find(System.getProperty("os.name"), System.getenv()).ifPresent(found -> {
            if (!found.open(file)) {
                console.note("Could not open it; open it by hand.");
            }
        });
    }

    /** Opens the file; whether the program could be started. */
    public boolean open(Path file) {
        try {
            new ProcessBuilder(program, file.toString())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isSet(Map<String, String> environment, String name) {
        return !environment.getOrDefault(name, "").isBlank();
    }

    private static boolean isOnPath(String program, Map<String, String> environment) {
        return Stream.of(environment.getOrDefault("PATH", "").split(":", -1))
                .filter(folder -> !folder.isEmpty())
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
