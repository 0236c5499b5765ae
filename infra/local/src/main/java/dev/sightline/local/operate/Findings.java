package dev.sightline.local.operate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What one walk found: counts, and of each kind of difference the first few. Not thread-safe. */
public final class Findings implements Sightings {

    /** As many of each kind are named. */
    static final int NAMED = 10;

    private final Map<DifferenceKind, Long> counts = new EnumMap<>(DifferenceKind.class);
    private final Map<DifferenceKind, List<String>> first = new EnumMap<>(DifferenceKind.class);
    private final Map<Looked, Long> looked = new EnumMap<>(Looked.class);
    private final Map<Standing, Long> standings = new EnumMap<>(Standing.class);

    @Override
    public void seen(Difference difference, Standing standing) {
        standings.merge(standing, 1L, Long::sum);
        if (standing == Standing.SETTLED) {
            counts.merge(difference.kind(), 1L, Long::sum);
            List<String> named = first.computeIfAbsent(difference.kind(), absent -> new ArrayList<>());
            if (named.size() < NAMED) {
                named.add(difference.name());
            }
        }
    }

    @Override
    public void looked(Looked at) {
        looked.merge(at, 1L, Long::sum);
    }

    /** How many differences there are of each kind; kinds without any are absent. */
    public Map<DifferenceKind, Long> counts() {
        return Map.copyOf(counts);
    }

    /** The first keys or signatures of a kind, in the order of the walk. */
    public List<String> first(DifferenceKind kind) {
        return List.copyOf(first.getOrDefault(kind, List.of()));
    }

    public long objects() {
        return looked.getOrDefault(Looked.OBJECT, 0L);
    }

    public long sources() {
        return looked.getOrDefault(Looked.SOURCE, 0L);
    }

    /** Image documents, those of each generation counted. */
    public long documents() {
        return looked.getOrDefault(Looked.DOCUMENT, 0L);
    }

    public long differences() {
        return standings.getOrDefault(Standing.SETTLED, 0L);
    }

    /** Differences that are too young to be judged. */
    public long inFlight() {
        return standings.getOrDefault(Standing.IN_FLIGHT, 0L) + mending();
    }

    /** Of those in flight, the ones that an operation has sent a notice of. */
    public long mending() {
        return standings.getOrDefault(Standing.MENDING, 0L);
    }

    /** Whether nothing differs, and nothing is on its way because of an operation. */
    public boolean isSettled() {
        return differences() == 0 && mending() == 0;
    }
}
