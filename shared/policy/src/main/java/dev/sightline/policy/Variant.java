package dev.sightline.policy;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One way of answering Related Pins. {@code share}: of all users, 0..1. {@code ranker}: version of the ranker that orders the pool; null:
 * the pool stays in the order in which it was mixed, but for the boost. {@code related}: the mix of sources, in place of that of the policy;
 * empty: that of the policy. Ours.
 *
 * @throws IllegalArgumentException if the name is blank or the share lies outside 0..1
 */
public record Variant(String name, double share, @Nullable String ranker, Map<CandidateSource, SourcePolicy> related) {

    public Variant {
        if (name.isBlank()) {
            throw new IllegalArgumentException("expected the name of a variant, got a blank one");
        }
        Shares.require("share", share);
        related = Map.copyOf(related);
    }

    /** The version of the ranker that orders the pool, empty if none does. */
    public Optional<String> rankerVersion() {
        return Optional.ofNullable(ranker);
    }
}
