package dev.sightline.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much memory a process has in RAM, native libraries included, as Linux tells it in the file {@code status}. No library of the JDK
 * knows it: what models take lies outside of everything that the JVM counts.
 */
record ResidentMemory(Path status) {

    static final Path OF_THIS_PROCESS = Path.of("/proc/self/status");

    private static final Pattern LINE = Pattern.compile("^VmRSS:\\s+(\\d+) kB$", Pattern.MULTILINE);
    private static final long KIB = 1024;

    /** In bytes; empty where the system does not tell. */
    OptionalLong bytes() {
        try {
            Matcher line = LINE.matcher(Files.readString(status));
            return line.find() ? OptionalLong.of(Long.parseLong(line.group(1)) * KIB) : OptionalLong.empty();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }
}
