package dev.sightline.local.system;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Ends processes of the running system as a crash would: SIGKILL, no warning. */
final class Kills {

    private final ProcessTable processes;

    Kills(Path state) {
        processes = new ProcessTable(state.resolve("run"));
    }

    /** Kills the JVM of a part. */
    void part(String name) {
        ProcessHandle part = processes.find(name).orElseThrow(() -> new AssertionError(name + " does not run"));
        kill(family(part).toList());
    }

    /** Kills every function that runs now; gives how many. */
    int functions() {
        ProcessHandle localStack =
                processes.find(LocalStack.NAME).orElseThrow(() -> new AssertionError("LocalStack does not run"));
        List<ProcessHandle> functions = family(localStack).toList();
        kill(functions);
        return functions.size();
    }

    private static Stream<ProcessHandle> family(ProcessHandle part) {
        return Stream.concat(Stream.of(part), part.descendants()).filter(Kills::isJvm);
    }

    private static boolean isJvm(ProcessHandle process) {
        return process.info()
                .command()
                .filter(command -> command.endsWith("/java"))
                .isPresent();
    }

    private static void kill(List<ProcessHandle> jvms) {
        jvms.forEach(ProcessHandle::destroyForcibly);
        Set<Long> alive =
                jvms.stream().filter(jvm -> !ended(jvm)).map(ProcessHandle::pid).collect(Collectors.toSet());
        if (!alive.isEmpty()) {
            throw new AssertionError("expected dead processes, still alive: " + alive);
        }
    }

    private static boolean ended(ProcessHandle process) {
        for (int i = 0; i < 100 && process.isAlive(); i++) {
            Readiness.sleep(java.time.Duration.ofMillis(50));
        }
        return !process.isAlive();
    }
}
