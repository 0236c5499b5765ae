package dev.sightline.histories;

import java.util.Locale;

/** A deployable that takes messages from a queue of its own. */
enum Stage {
    INGEST,
    WORKER,
    INDEXER;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
