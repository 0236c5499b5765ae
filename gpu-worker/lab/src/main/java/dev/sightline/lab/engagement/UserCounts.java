package dev.sightline.lab.engagement;

import dev.sightline.events.EngagementKind;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/** What one user, or all, did with the results of one variant or category. Not thread-safe: it grows with the log. */
final class UserCounts {

    private final Map<EngagementKind, Long> counts = new EnumMap<>(EngagementKind.class);

    void add(EngagementKind kind) {
        counts.merge(kind, 1L, Long::sum);
    }

    long of(EngagementKind kind) {
        return counts.getOrDefault(kind, 0L);
    }

    /** Was shown a result. */
    boolean saw() {
        return of(EngagementKind.IMPRESSION) > 0;
    }

    /** Was shown a result, and saved one. */
    boolean saved() {
        return saw() && of(EngagementKind.SAVE) > 0;
    }

    static long sum(Collection<UserCounts> users, EngagementKind kind) {
        return users.stream().mapToLong(user -> user.of(kind)).sum();
    }
}
