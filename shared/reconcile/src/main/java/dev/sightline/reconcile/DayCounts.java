package dev.sightline.reconcile;

import dev.sightline.events.EngagementEvent;
import dev.sightline.events.EngagementKind;
import dev.sightline.events.RolledUpCount;
import dev.sightline.visual.ImageSignature;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/** The counts of one day while they are made. Not thread-safe: it grows with every event. Takes memory for each event id of the day. */
final class DayCounts {

    private static final Comparator<RolledUpCount> ORDER = Comparator.comparing(RolledUpCount::query)
            .thenComparing(RolledUpCount::image)
            .thenComparing(RolledUpCount::platform)
            .thenComparingInt(RolledUpCount::rank)
            .thenComparing(RolledUpCount::kind);

    private final Set<String> seen = new HashSet<>();
    private final Map<What, Long> counts = new HashMap<>();

    /** Counts an event, unless one of the same id was counted before. */
    void add(EngagementEvent event) {
        if (seen.add(event.eventId())) {
            String query = ImageSignature.matches(event.query()) ? event.query() : "";
            add(new What(query, event.image(), event.platform(), event.rank(), event.kind()), 1);
        }
    }

    /** Counts what was counted before. */
    void add(RolledUpCount count) {
        add(new What(count.query(), count.image(), count.platform(), count.rank(), count.kind()), count.count());
    }

    private void add(What what, long count) {
        counts.merge(what, count, Long::sum);
    }

    /** Every image of which something was counted, as query or as result, in natural order. */
    NavigableSet<ImageSignature> mentioned() {
        NavigableSet<ImageSignature> mentioned = new TreeSet<>();
        for (What what : counts.keySet()) {
            mentioned.add(what.image());
            if (!what.query().isEmpty()) {
                mentioned.add(new ImageSignature(what.query()));
            }
        }
        return mentioned;
    }

    /** What is left if only some images are indexed: nothing of other results, and of other queries only that their results were shown. */
    List<RolledUpCount> of(Set<ImageSignature> indexed) {
        Map<What, Long> left = new HashMap<>();
        counts.forEach((what, count) -> {
            if (indexed.contains(what.image())) {
                left.merge(what.among(indexed), count, Long::sum);
            }
        });
        return left.entrySet().stream()
                .map(entry -> entry.getKey().counted(entry.getValue()))
                .sorted(ORDER)
                .toList();
    }

    private record What(String query, ImageSignature image, String platform, int rank, EngagementKind kind) {

        What among(Set<ImageSignature> indexed) {
            boolean known = query.isEmpty() || indexed.contains(new ImageSignature(query));
            return known ? this : new What("", image, platform, rank, kind);
        }

        RolledUpCount counted(long count) {
            return new RolledUpCount(query, image, platform, rank, kind, count);
        }
    }
}
