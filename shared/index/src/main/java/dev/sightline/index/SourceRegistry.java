package dev.sightline.index;

import dev.sightline.events.SourceId;
import dev.sightline.visual.AccessScope;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ImageSignature;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Port: one {@link Source} per S3 key, changed by compare-and-set only.
 *
 * <p>All methods throw {@link dev.sightline.visual.SightlineException} with {@code INDEX_UNAVAILABLE} if the store does not answer.
 */
public interface SourceRegistry {

    /** Records what was heard of a key, by the rule of {@link Source#after}; safe to repeat, safe against races. */
    Recording record(Source heard);

    /** What is known of a key. */
    Optional<Source> find(SourceId id);

    /**
     * The live sources of each image, by key; an image without any is absent. Sees every record that was acknowledged before the
     * call.
     */
    Map<ImageSignature, List<Source>> liveSources(Set<ImageSignature> signatures);

    /** Forgets releases of a source, once the images' documents have been looked at by the handler of the event that released them. */
    void settle(SourceId id, Set<Release> releases);

    /** The number of sources in each state; states without any are absent. May lag behind by a second. */
    Map<SourceState, Long> counts();

    /**
     * The sources with the next keys after {@code afterKey} in the order of {@link #KEY_ORDER}, at most {@code limit} of them, 1 to
     * 1,000; the empty key comes before all others. Sees every record that was acknowledged before the call with the empty key.
     */
    List<Source> page(String afterKey, int limit);

    /**
     * Forgets tombstones: sources that were removed before a moment and have no open releases, at most {@code limit} of them, 1 to
     * 1,000. Each goes only as it was read, so a key that is put again meanwhile stays. May overlook what was recorded within the last
     * second.
     *
     * @return how many were forgotten; fewer than {@code limit} if no more could be
     */
    int purge(Instant removedBefore, int limit);

    /** Why sources were refused or given up: the number of sources with each reason, by their state. May lag behind by a second. */
    Map<SourceState, Map<ErrorCode, Long>> reasons();

    /** Since when the source that has waited longest is pending; empty if none is. May lag behind by a second. */
    Optional<Instant> oldestPending();

    /** The number of sources that came to a result, indexed, rejected or failed, at or after a moment. May lag behind by a second. */
    long settledSince(Instant moment);

    /** A page of all sources in some states. */
    default List<Source> newest(Set<SourceState> states, @Nullable SourcePlace after, int limit) {
        return newest(states, after, limit, AccessScope.ALL);
    }

    /**
     * A page of the sources in some states, in the order of {@link SourcePlace#NEWEST_FIRST}. A source keeps its place while it changes its
     * state: only a new version of its key moves it, to the front. May lag behind by a second.
     *
     * @param after the place of the last source of the page before; null: the first page
     * @param limit 1 to 1,000
     * @param scope whose keys are seen
     */
    List<Source> newest(Set<SourceState> states, @Nullable SourcePlace after, int limit, AccessScope scope);

    /** The indexed sources that changed last, the last one first, at most {@code limit} of them. May lag behind by a second. */
    List<Source> lastIndexed(int limit);

    /** The order in which S3 lists keys: that of their bytes in UTF-8. */
    Comparator<String> KEY_ORDER =
            Comparator.comparing(key -> key.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    /**
     * The outcome of {@link #record}.
     *
     * @param current whether what was heard speaks of the newest known version of the key
     * @param source the source as stored now
     */
    record Recording(boolean current, Source source) {}
}
