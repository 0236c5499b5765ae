package dev.sightline.reconcile;

import dev.sightline.index.Source;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.ModelSetId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the index is to say of an image: the S3 keys of its live sources in natural order, none if it is to be gone, and the model
 * sets that they were analyzed with. Equal values need no second write.
 */
record LiveImage(ImageSignature signature, List<String> keys, Set<ModelSetId> modelSets) {

    static LiveImage of(ImageSignature signature, List<Source> liveSources) {
        List<String> keys = liveSources.stream()
                .map(source -> source.version().key())
                .sorted()
                .toList();
        Set<ModelSetId> modelSets = liveSources.stream()
                .flatMap(source -> Stream.ofNullable(source.modelSet()))
                .collect(Collectors.toUnmodifiableSet());
        return new LiveImage(signature, keys, modelSets);
    }

    boolean isGone() {
        return keys.isEmpty();
    }
}
