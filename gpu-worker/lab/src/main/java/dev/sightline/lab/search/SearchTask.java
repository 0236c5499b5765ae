package dev.sightline.lab.search;

import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.ModelSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What to search for in what: {@code queries} are not among the {@code indexed}, and, for fair numbers, neither are near-duplicates of
 * them: that is for the caller to see to. {@code dataSet} names the images; {@code seed} decides the intervals.
 *
 * @throws IllegalArgumentException if there is nothing to search for or in, a signature occurs twice, or an embedding is of another
 *     size than those of the model set
 */
public record SearchTask(String dataSet, ModelSet modelSet, List<Embedded> indexed, List<Embedded> queries, long seed) {

    public SearchTask {
        indexed = List.copyOf(indexed);
        queries = List.copyOf(queries);
        Set<ImageSignature> stored = indexed.stream().map(Embedded::signature).collect(Collectors.toSet());
        if (indexed.isEmpty() || queries.isEmpty() || stored.size() < indexed.size()) {
            throw new IllegalArgumentException(
                    "expected queries and distinct images, got %d queries and %d of %d images"
                            .formatted(queries.size(), stored.size(), indexed.size()));
        }
        for (Embedded query : queries) {
            if (stored.contains(query.signature())) {
                throw new IllegalArgumentException("expected queries outside the index, got " + query.signature());
            }
        }
        indexed.forEach(image -> requireSize(modelSet, image));
        queries.forEach(image -> requireSize(modelSet, image));
    }

    private static void requireSize(ModelSet modelSet, Embedded image) {
        int dimensions = image.embedding().dense().dimensions();
        int bits = image.embedding().binary().bits();
        if (dimensions != modelSet.dimensions() || bits != modelSet.bits()) {
            throw new IllegalArgumentException("expected %d dimensions and %d bits, got %d and %d"
                    .formatted(modelSet.dimensions(), modelSet.bits(), dimensions, bits));
        }
    }

    /** The data, models and seed, for a section's summary. */
    String provenance() {
        return "%s: %d images indexed, %d queries; embedder %s %s, binarizer %s, %d bits; seed %d."
                .formatted(
                        dataSet,
                        indexed.size(),
                        queries.size(),
                        modelSet.embedder().id(),
                        modelSet.embedder().version(),
                        modelSet.binarizer().id(),
                        modelSet.bits(),
                        seed);
    }
}
