package dev.sightline.reconcile;

import dev.sightline.index.IndexGeneration;
import dev.sightline.index.Source;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.ModelSetId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the index is to say of an image: the S3 keys of its live sources in natural order, none if it is to be gone, the model sets that
 * they were analyzed with, its pins, and the generations that are to say it. Equal values need no second write.
 */
record LiveImage(
        ImageSignature signature,
        List<String> keys,
        Set<ModelSetId> modelSets,
        SavedPins saved,
        Set<IndexGeneration> generations) {

    static LiveImage of(
            ImageSignature signature, List<Source> liveSources, SavedPins saved, Set<IndexGeneration> generations) {
        List<String> keys = liveSources.stream()
                .map(source -> source.version().key())
                .sorted()
                .toList();
        Set<ModelSetId> modelSets = liveSources.stream()
                .flatMap(source -> Stream.ofNullable(source.modelSet()))
                .collect(Collectors.toUnmodifiableSet());
        return new LiveImage(signature, keys, modelSets, saved, Set.copyOf(generations));
    }

    boolean isGone() {
        return keys.isEmpty();
    }

    /** The model sets of which there must be a record, and those of which one may not be there yet. */
    Stream<ModelSetId> wanted() {
        return Stream.concat(modelSets.stream(), generations.stream().map(IndexGeneration::modelSet))
                .distinct();
    }

    /** Whether the image was analyzed with this model set, so that there is a record. */
    boolean requires(ModelSetId modelSet) {
        return modelSets.contains(modelSet);
    }
}
