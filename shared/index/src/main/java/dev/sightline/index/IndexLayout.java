package dev.sightline.index;

import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.ModelSetId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
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

    /**
     * Those of some images that are to be written: each under every model set that has a generation, and under another one only if the
     * image would not be in the index otherwise. So a model set that was given up is not taken up again by what its features are still
     * there of, and the first of all is taken up.
     */
    public List<IndexedImage> toWrite(List<IndexedImage> images) {
        Set<ImageSignature> kept = images.stream()
                .filter(image -> !of(image.modelSet().id()).isEmpty())
                .map(IndexedImage::signature)
                .collect(Collectors.toSet());
        return images.stream()
                .filter(image -> !kept.contains(image.signature())
                        || !of(image.modelSet().id()).isEmpty())
                .toList();
    }

    /** The generations of a model set, by number. */
    public SortedSet<IndexGeneration> of(ModelSetId modelSet) {
        SortedSet<IndexGeneration> some = new TreeSet<>(generations);
        some.removeIf(generation -> !generation.modelSet().equals(modelSet));
        return some;
    }
}
