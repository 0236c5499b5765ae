package dev.sightline.testkit;

import dev.sightline.engagement.EngagementCounts;
import dev.sightline.engagement.EngagementRates;
import dev.sightline.engagement.PairCounts;
import dev.sightline.events.EngagementKind;
import dev.sightline.index.EngagementIndex;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.SightlineException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Counts of engagement in memory. Safe for all threads. */
public final class InMemoryEngagementIndex implements EngagementIndex {

    private static final Comparator<PairCounts> BEST_FIRST = Comparator.<PairCounts>comparingLong(
                    pair -> count(pair, EngagementKind.SAVE))
            .thenComparingLong(pair -> count(pair, EngagementKind.CLICK))
            .reversed()
            .thenComparing(PairCounts::result);

    private volatile boolean available = true;
    private List<PairCounts> pairs = List.of();
    private Map<ImageSignature, EngagementCounts> images = Map.of();
    private EngagementRates rates = EngagementRates.NONE;

    /** From now on every call fails with {@code INDEX_UNAVAILABLE}. */
    public void becomeUnavailable() {
        available = false;
    }

    /** From now on calls succeed again. */
    public void becomeAvailable() {
        available = true;
    }

    @Override
    public synchronized void replaceAll(
            List<PairCounts> pairs, Map<ImageSignature, EngagementCounts> images, EngagementRates rates) {
        requireAvailable();
        this.pairs = List.copyOf(pairs);
        this.images = Map.copyOf(images);
        this.rates = rates;
    }

    @Override
    public synchronized void forget(Set<ImageSignature> forgotten) {
        requireAvailable();
        pairs = pairs.stream()
                .filter(pair -> !forgotten.contains(pair.query()) && !forgotten.contains(pair.result()))
                .toList();
        Map<ImageSignature, EngagementCounts> left = new HashMap<>(images);
        left.keySet().removeAll(forgotten);
        images = left;
    }

    @Override
    public synchronized List<PairCounts> winners(ImageSignature query, int limit) {
        requireAvailable();
        return pairs.stream()
                .filter(pair -> pair.query().equals(query))
                .sorted(BEST_FIRST)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized Map<ImageSignature, EngagementCounts> pairs(ImageSignature query, Set<ImageSignature> results) {
        requireAvailable();
        return pairs.stream()
                .filter(pair -> pair.query().equals(query) && results.contains(pair.result()))
                .collect(Collectors.toMap(PairCounts::result, PairCounts::counts));
    }

    @Override
    public synchronized Map<ImageSignature, EngagementCounts> images(Set<ImageSignature> asked) {
        requireAvailable();
        Map<ImageSignature, EngagementCounts> found = new HashMap<>(images);
        found.keySet().retainAll(asked);
        return found;
    }

    @Override
    public synchronized EngagementRates rates() {
        requireAvailable();
        return rates;
    }

    private static long count(PairCounts pair, EngagementKind kind) {
        return pair.counts().actions().getOrDefault(kind, 0L);
    }

    private void requireAvailable() {
        if (!available) {
            throw new SightlineException(ErrorCode.INDEX_UNAVAILABLE, "engagement: told to be unavailable");
        }
    }
}
