package dev.sightline.worker;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * Asks for a new start when the process has grown above its ceiling: native memory that a library keeps is not given back otherwise, and
 * a process that the system kills hands back nothing. A ceiling of 0 is none.
 */
record MemoryWatch(ResidentMemory memory, long ceiling, Recycling recycling) {

    private static final double SHARE = 0.85;

    /** In bytes: 85 % of the container's limit, of the machine's memory where there is none. */
    static long defaultCeiling() {
        // The JDK knows the limits of containers.
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return Math.round(system.getTotalMemorySize() * SHARE);
    }

    void look() {
        memory.bytes().stream()
                .filter(resident -> ceiling > 0 && resident > ceiling)
                .forEach(resident -> recycling.recycle(
                        "expected at most %d bytes of resident memory, got %d".formatted(ceiling, resident)));
    }
}
