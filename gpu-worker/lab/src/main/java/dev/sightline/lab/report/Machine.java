package dev.sightline.lab.report;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The hardware and software that measured; {@code memoryBytes} is the machine's, not the JVM's. */
public record Machine(String processor, int cores, long memoryBytes, String system, String jdk) {

    private static final Path LINUX_PROCESSOR = Path.of("/proc/cpuinfo");

    /**
     * This one.
     *
     * @throws IllegalStateException if the JVM does not tell how much memory the machine has
     */
    public static Machine here() {
        return new Machine(
                processor(LINUX_PROCESSOR),
                Runtime.getRuntime().availableProcessors(),
                memory(),
                property("os.name") + " " + property("os.arch"),
                property("java.vm.vendor") + " " + property("java.runtime.version"));
    }

    /** The processor's name where the system tells it, else its architecture. */
    static String processor(Path file) {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElseGet(() -> property("os.arch"));
        } catch (IOException e) {
            return property("os.arch");
        }
    }

    private static long memory() {
        if (ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system) {
            return system.getTotalMemorySize();
        }
        throw new IllegalStateException(
                "expected a JVM that tells the machine's memory, got " + property("java.vm.name"));
    }

    private static String property(String name) {
        return System.getProperty(name, "unknown");
    }
}
