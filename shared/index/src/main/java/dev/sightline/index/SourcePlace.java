package dev.sightline.index;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;

/** Where a source stands in a list by time, to the millisecond, and then by key. */
public record SourcePlace(Instant receivedAt, String key) {

    /** The latest first, equal ones by key. */
    public static final Comparator<SourcePlace> NEWEST_FIRST = Comparator.comparing(SourcePlace::receivedAt)
            .reversed()
            .thenComparing(SourcePlace::key, SourceRegistry.KEY_ORDER);

    public SourcePlace {
        receivedAt = receivedAt.truncatedTo(ChronoUnit.MILLIS);
    }

    /** The place of a source. */
    public static SourcePlace of(Source source) {
        return new SourcePlace(source.receivedAt(), source.version().key());
    }
}
