package dev.sightline.imaging;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** How much heap a piece of work allocates. */
final class AllocatedBytes {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private AllocatedBytes() {}

    static long during(Runnable work) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        work.run();
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }
}
