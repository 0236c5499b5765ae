package dev.sightline.queue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Messages that fit into one request: at most {@value #MAX_ENTRIES}, together at most {@value #MAX_BYTES} bytes of UTF-8. */
record SqsBatch(List<Entry> entries) {

    static final int MAX_ENTRIES = 10;
    static final int MAX_BYTES = 256 * 1024;

    /** One body, by its position among all that are sent. */
    record Entry(int position, String body) {

        int bytes() {
            return body.getBytes(StandardCharsets.UTF_8).length;
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
