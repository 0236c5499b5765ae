package dev.sightline.local.system;

import dev.sightline.local.terminal.LauncherException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The processes that this system started, remembered in files so that a later run finds and ends exactly those.
 *
 * <p>A process is known by its id and the moment it started: an id that was given to another process since is left alone.
 */
final class ProcessTable {

    /** All that a part sees of the user's environment. */
    static final List<String> INHERITED = List.of("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR");

    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(30);

    private final Path folder;

    ProcessTable(Path folder) {
        this.folder = folder;
    }

    /** Starts a part and remembers it. */
    ProcessHandle start(ProcessSpec spec) {
        try {
            Files.createDirectories(folder);
            Files.createDirectories(spec.log().toAbsolutePath().getParent());
            Process process = builder(spec).start();
            remember(spec.name(), process.toHandle());
            return process.toHandle();
        } catch (IOException e) {
            throw new LauncherException("cannot start %s: %s".formatted(spec.name(), e.getMessage()), e);
        }
    }

    private static ProcessBuilder builder(ProcessSpec spec) {
        ProcessBuilder builder = new ProcessBuilder(spec.command())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(spec.log().toFile()));
        Map<String, String> environment = builder.environment();
        environment.keySet().retainAll(INHERITED);
        environment.putAll(spec.environment());
        return builder;
    }

    private void remember(String name, ProcessHandle process) throws IOException {
        Files.writeString(file(name), "%d %s%n".formatted(process.pid(), startOf(process)));
    }

    /** The part's process, if it runs. */
    Optional<ProcessHandle> find(String name) {
        try {
            String[] fields = Files.readString(file(name)).strip().split(" ", 2);
            return ProcessHandle.of(Long.parseLong(fields[0]))
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> fields.length == 2 && startOf(process).equals(fields[1]));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Gives a part that runs the name of one that does not any more. */
    void rename(String name, String newName) {
        try {
            Files.move(file(name), file(newName), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new LauncherException("cannot rename " + file(name), e);
        }
    }

    /** Names of the parts that were started and not stopped, running or not. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        try (var files = Files.newDirectoryStream(folder, "*.pid")) {
            files.forEach(file -> names.add(file.getFileName().toString().replace(".pid", "")));
        } catch (IOException e) {
            return List.of();
        }
        return names.stream().sorted().toList();
    }

    /** Ends the part, if it runs: politely, after half a minute by force. */
    boolean stop(String name) {
        Optional<ProcessHandle> process = find(name);
        process.ifPresent(ProcessTable::end);
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException e) {
            throw new LauncherException("cannot delete " + file(name), e);
        }
        return process.isPresent();
    }

    private static void end(ProcessHandle process) {
        List<ProcessHandle> family = new ArrayList<>(process.descendants().toList());
        family.add(process);
        process.destroy();
        if (!endsWithin(process, STOP_TIMEOUT)) {
            family.forEach(ProcessHandle::destroyForcibly);
            endsWithin(process, STOP_TIMEOUT);
        }
    }

    private static boolean endsWithin(ProcessHandle process, Duration timeout) {
        try {
            process.onExit().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (java.util.concurrent.ExecutionException e) {
            return true;
        }
    }

    private static String startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("unknown");
    }

    private Path file(String name) {
        return folder.resolve(name + ".pid");
    }
}
