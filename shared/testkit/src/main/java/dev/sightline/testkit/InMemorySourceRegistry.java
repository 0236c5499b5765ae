package dev.sightline.testkit;

import dev.sightline.events.SourceId;
import dev.sightline.index.Release;
import dev.sightline.index.Source;
import dev.sightline.index.SourcePlace;
import dev.sightline.index.SourceRegistry;
import dev.sightline.index.SourceState;
import dev.sightline.visual.AccessScope;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.SightlineException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fake of {@link SourceRegistry}. Safe for all threads. */
public final class InMemorySourceRegistry implements SourceRegistry {

    private static final Set<SourceState> SETTLED =
            Set.of(SourceState.INDEXED, SourceState.REJECTED, SourceState.FAILED);

    private final Map<SourceId, Source> sources = new HashMap<>();
    private boolean available = true;

    /** From now on every call fails with {@link ErrorCode#INDEX_UNAVAILABLE}. */
    public synchronized void becomeUnavailable() {
        available = false;
    }

    /** Ends {@link #becomeUnavailable}. */
    public synchronized void becomeAvailable() {
        available = true;
    }

    /** Forgets a key as if it had never been heard of. */
    public synchronized void forget(SourceId id) {
        sources.remove(id);
    }

    @Override
    public synchronized Recording record(Source heard) {
        requireAvailable();
        Source stored = sources.getOrDefault(heard.id(), heard);
        Optional<Source> next = stored.after(heard);
        Source now = next.orElse(stored);
        sources.put(now.id(), now);
        return new Recording(next.isPresent(), now);
    }

    @Override
    public synchronized Optional<Source> find(SourceId id) {
        requireAvailable();
        return Optional.ofNullable(sources.get(id));
    }

    @Override
    public synchronized Map<ImageSignature, List<Source>> liveSources(Set<ImageSignature> signatures) {
        requireAvailable();
        Map<ImageSignature, List<Source>> live = new HashMap<>();
        sources.values().stream()
                .sorted(Comparator.comparing(source -> source.version().key()))
                .forEach(source -> source.liveSignature()
                        .filter(signatures::contains)
                        .ifPresent(signature -> live.computeIfAbsent(signature, absent -> new ArrayList<>())
                                .add(source)));
        return live;
    }

    @Override
    public synchronized void settle(SourceId id, Set<Release> releases) {
        requireAvailable();
        sources.computeIfPresent(id, (same, source) -> source.settled(releases));
    }

    @Override
    public synchronized Map<SourceState, Long> counts() {
        requireAvailable();
        Map<SourceState, Long> counts = new EnumMap<>(SourceState.class);
        sources.values().forEach(source -> counts.merge(source.state(), 1L, Long::sum));
        return counts;
    }

    @Override
    public synchronized List<Source> page(String afterKey, int limit) {
        requireAvailable();
        return sources.values().stream()
                .filter(source -> KEY_ORDER.compare(source.version().key(), afterKey) > 0)
                .sorted(Comparator.comparing(source -> source.version().key(), KEY_ORDER))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized int purge(Instant removedBefore, int limit) {
        requireAvailable();
        List<SourceId> tombstones = sources.values().stream()
                .filter(source -> source.state() == SourceState.REMOVED)
                .filter(source -> source.changedAt().isBefore(removedBefore))
                .filter(source -> source.released().isEmpty())
                .limit(limit)
                .map(Source::id)
                .toList();
        tombstones.forEach(sources::remove);
        return tombstones.size();
    }

    @Override
    public synchronized Map<SourceState, Map<ErrorCode, Long>> reasons() {
        requireAvailable();
        Map<SourceState, Map<ErrorCode, Long>> reasons = new EnumMap<>(SourceState.class);
        for (Source source : sources.values()) {
            ErrorCode reason = source.reason();
            if (reason != null) {
                reasons.computeIfAbsent(source.state(), absent -> new EnumMap<>(ErrorCode.class))
                        .merge(reason, 1L, Long::sum);
            }
        }
        return reasons;
    }

    @Override
    public synchronized Optional<Instant> oldestPending() {
        requireAvailable();
        return sources.values().stream()
                .filter(source -> source.state() == SourceState.PENDING)
                .map(Source::changedAt)
                .min(Comparator.naturalOrder());
    }

    @Override
    public synchronized long settledSince(Instant moment) {
        requireAvailable();
        return sources.values().stream()
                .filter(source -> SETTLED.contains(source.state()))
                .filter(source -> !source.changedAt().isBefore(moment))
                .count();
    }

    @Override
    public synchronized List<Source> newest(
            Set<SourceState> states, @Nullable SourcePlace after, int limit, AccessScope scope) {
        requireAvailable();
        return sources.values().stream()
                .filter(source -> states.contains(source.state()))
                .filter(source -> scope.sees(source.version().key()))
                .filter(source -> after == null || SourcePlace.NEWEST_FIRST.compare(after, SourcePlace.of(source)) < 0)
                .sorted(Comparator.comparing(SourcePlace::of, SourcePlace.NEWEST_FIRST))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<Source> lastIndexed(int limit) {
        requireAvailable();
        return sources.values().stream()
                .filter(source -> source.state() == SourceState.INDEXED)
                .sorted(Comparator.comparing(Source::changedAt)
                        .reversed()
                        .thenComparing(source -> source.version().key(), KEY_ORDER))
                .limit(limit)
                .toList();
    }

    private void requireAvailable() {
        if (!available) {
            throw new SightlineException(ErrorCode.INDEX_UNAVAILABLE, "the fake registry was told to be unavailable");
        }
    }
}
