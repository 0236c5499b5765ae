package dev.sightline.tracing;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Leaves a collector alone for a while that does not answer, and says so once: spans of that time are forgotten, and nobody waits for them. Safe for all
 * threads.
 */
final class OpenTelemetryExporter implements SpanExporter {

    private static final Logger LOG = System.getLogger(OpenTelemetryExporter.class.getName());
    private static final Duration ALONE = Duration.ofSeconds(30);
    private static final long WORKS = Long.MIN_VALUE;

    private final SpanExporter exporter;
    private final URI collector;

    /** {@link System#nanoTime} of the last failure; {@link #WORKS} after a success. */
    private final AtomicLong failed = new AtomicLong(WORKS);

    OpenTelemetryExporter(SpanExporter exporter, URI collector) {
        this.exporter = exporter;
        this.collector = collector;
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        if (isLeftAlone()) {
            return CompletableResultCode.ofSuccess();
        }
        CompletableResultCode result = exporter.export(spans);
        result.whenComplete(() -> note(result.isSuccess()));
        return result;
    }

    private boolean isLeftAlone() {
        long last = failed.get();
        return last != WORKS && System.nanoTime() - last < ALONE.toNanos();
    }

    private void note(boolean success) {
        long before = failed.getAndSet(success ? WORKS : System.nanoTime());
        if (!success && before == WORKS) {
            LOG.log(
                    Level.WARNING,
                    "the collector of spans at {0} does not take them: they are lost until it does",
                    collector);
        } else if (success && before != WORKS) {
            LOG.log(Level.INFO, "the collector of spans at {0} takes them again", collector);
        }
    }

    @Override
    public CompletableResultCode flush() {
        return exporter.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return exporter.shutdown();
    }
}
