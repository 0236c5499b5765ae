package dev.sightline.queue;

import dev.sightline.visual.TraceParent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Messages that fit into one request: at most {@value #MAX_ENTRIES}, together at most {@value #MAX_BYTES} bytes of UTF-8. */
record SqsBatch(List<Entry> entries) {

    static final int MAX_ENTRIES = 10;
    static final int MAX_BYTES = 256 * 1024;

    /** Name, type and value of the attribute that names a trace: SQS counts them too. */
    private static final int TRACE_BYTES = 128;

    /** One body, by its position among all that are sent; null: in no trace that is known. */
    record Entry(int position, String body, @Nullable TraceParent trace) {

        int bytes() {
            return body.getBytes(StandardCharsets.UTF_8).length + (trace == null ? 0 : TRACE_BYTES);
        }
    }

    /** Splits messages into batches, in order. One that is too large by itself is alone in its batch: SQS refuses just that. */
    static List<SqsBatch> pack(List<Entry> all) {
        List<SqsBatch> batches = new ArrayList<>();
        List<Entry> current = new ArrayList<>();
        int bytes = 0;
        for (Entry entry : all) {
            boolean full = current.size() == MAX_ENTRIES || bytes + entry.bytes() > MAX_BYTES;
            if (full && !current.isEmpty()) {
                batches.add(new SqsBatch(List.copyOf(current)));
                current.clear();
                bytes = 0;
            }
            current.add(entry);
            bytes += entry.bytes();
        }
        if (!current.isEmpty()) {
            batches.add(new SqsBatch(List.copyOf(current)));
        }
        return batches;
    }
}
