package dev.sightline.index;

import dev.sightline.visual.ModelSetId;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which generations there are, and which of them are served: {@code served} is the one that queries are answered from, {@code
 * servedOf} names one of each model set, which is the one to return to when queries are answered from that model set again.
 */
public record IndexLayout(
        SortedSet<IndexGeneration> generations,
        @Nullable IndexGeneration served,
        Map<ModelSetId, IndexGeneration> servedOf) {

    public IndexLayout {
        generations = Collections.unmodifiableSortedSet(new TreeSet<>(generations));
        servedOf = Map.copyOf(servedOf);
    }

    /** The generation that queries are answered from, if there is one. */
    public Optional<IndexGeneration> answering() {
        return Optional.ofNullable(served);
    }

    /** The generation of a model set that is served as soon as this model set is. */
    public Optional<IndexGeneration> servedOf(ModelSetId modelSet) {
        return Optional.ofNullable(servedOf.get(modelSet));
    }

    /** The generations of a model set, by number. */
    public SortedSet<IndexGeneration> of(ModelSetId modelSet) {
        SortedSet<IndexGeneration> some = new TreeSet<>(generations);
        some.removeIf(generation -> !generation.modelSet().equals(modelSet));
        return some;
    }
}
