package dev.sightline.index;

import java.util.Locale;

/** Where a source is on its way. */
public enum SourceState {
    /** Accepted, waiting for its analysis. */
    PENDING,
    /** Its image answers queries. */
    INDEXED,
    /** No image that can be indexed; never retried. */
    REJECTED,
    /** The analysis gave up; a redrive may still succeed. */
    FAILED,
    /** Deleted from the bucket; the record stays for a while as a tombstone. */
    REMOVED;

    /** The form for clients: lower case. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
