package dev.sightline.blender.rank;

import dev.sightline.blender.blend.BlendedQuery;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A query with the results that are served. {@code ranking}: how they were ordered; null for queries that are served as they were mixed. */
public record RankedQuery(BlendedQuery blended, @Nullable Ranking ranking) {

    /** How its results were ordered; empty for queries that are served as they were mixed. */
    public Optional<Ranking> order() {
        return Optional.ofNullable(ranking);
    }
}
