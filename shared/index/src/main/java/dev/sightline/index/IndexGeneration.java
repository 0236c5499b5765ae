package dev.sightline.index;

import dev.sightline.visual.ModelSetId;
import java.util.Comparator;

/**
 * One complete set of documents of a model set: an index of images and one of objects. Several of them stand side by side while the
 * index is rebuilt; {@code number} counts them from 1.
 *
 * @throws IllegalArgumentException if the number is below 1
 */
public record IndexGeneration(ModelSetId modelSet, int number) implements Comparable<IndexGeneration> {

    private static final Comparator<IndexGeneration> BY_MODEL_SET_AND_NUMBER = Comparator.comparing(
                    (IndexGeneration generation) -> generation.modelSet().value())
            .thenComparingInt(IndexGeneration::number);

    public IndexGeneration {
        if (number < 1) {
            throw new IllegalArgumentException(
                    "expected a generation number >= 1 of %s, got %d".formatted(modelSet, number));
        }
    }

    /** Orders by model set, then by number. */
    @Override
    public int compareTo(IndexGeneration other) {
        return BY_MODEL_SET_AND_NUMBER.compare(this, other);
    }

    @Override
    public String toString() {
        return modelSet + "." + number;
    }
}
