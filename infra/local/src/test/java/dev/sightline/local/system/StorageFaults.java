package dev.sightline.local.system;

import dev.sightline.local.system.FaultProxy.Fault;
import dev.sightline.local.system.FaultProxy.Reply;
import dev.sightline.local.system.FaultProxy.Request;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** How S3 refuses, and how it keeps its clients waiting, when they read. Counts what met a fault. */
final class StorageFaults {

    private static final Set<String> READS = Set.of("GET", "HEAD");
    private static final String SLOW_DOWN =
            "<Error><Code>SlowDown</Code><Message>Please reduce your request rate.</Message></Error>";

    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger slow = new AtomicInteger();

    /** No object can be read now. */
    Fault unavailable() {
        return (request, server) -> {
            if (!reads(request)) {
                return server.answer(request);
            }
            refused.incrementAndGet();
            return Reply.of(503, "application/xml", SLOW_DOWN);
        };
    }

    /** Every object takes its time. */
    Fault slow(Duration time) {
        return (request, server) -> {
            if (reads(request)) {
                slow.incrementAndGet();
                Readiness.sleep(time);
            }
            return server.answer(request);
        };
    }

    int refused() {
        return refused.get();
    }

    int slow() {
        return slow.get();
    }

    private static boolean reads(Request request) {
        return READS.contains(request.method());
    }
}
