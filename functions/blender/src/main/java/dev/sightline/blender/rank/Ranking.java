package dev.sightline.blender.rank;

import dev.sightline.policy.Variant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the results of Related Pins were ordered. {@code ranker}: the version of the model that did, {@code none} if none did. {@code problem}: why
 * the variant's ranker did not, in words; null if it did or names none. {@code randomized}: the order was drawn. {@code results}: those that are
 * served, in their order.
 */
public record Ranking(
        Variant variant, String ranker, @Nullable String problem, boolean randomized, List<RankedResult> results) {

    public Ranking {
        results = List.copyOf(results);
    }

    /** Why the variant's ranker did not order the results. */
    public Optional<String> whyNotRanked() {
        return Optional.ofNullable(problem);
    }
}
