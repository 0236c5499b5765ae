package dev.sightline.local.operate;

import dev.sightline.index.ImageIndex;
import dev.sightline.index.IndexGeneration;
import dev.sightline.index.IndexInventory;
import dev.sightline.index.Source;
import dev.sightline.storage.FeatureStore;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.ModelSetId;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares live sources with the index: each image has a document in every generation of the model set that it was analyzed with, and
 * in those of other model sets for which it has a feature record.
 */
final class SourceComparison {

    private final ImageIndex index;
    private final IndexInventory inventory;
    private final FeatureStore features;

    SourceComparison(ImageIndex index, IndexInventory inventory, FeatureStore features) {
        this.index = index;
        this.inventory = inventory;
        this.features = features;
    }

    /** Compares some sources, all of them live; at most 1,000. */
    void compare(Collection<Source> live, MinimumAge age, Sightings sightings) {
        if (live.isEmpty()) {
            return;
        }
        Map<IndexGeneration, Set<ImageSignature>> present = present(signatures(live));
        Map<ImageSignature, List<Source>> missing = new LinkedHashMap<>();
        for (Source source : live) {
            ImageSignature signature = source.liveSignature().orElseThrow();
            Set<ModelSetId> lacking = lacking(source, signature, present);
            if (lacking.isEmpty()) {
                continue;
            }
            ModelSetId own = source.modelSet();
            if (own != null && lacking.contains(own) && !hasFeatures(own, signature)) {
                Difference difference = new Difference.OfKey(
                        DifferenceKind.MISSING_FEATURES, source.version().key(), source);
                sightings.seen(difference, age.of(null, List.of(source)));
            } else if (lacking.stream().anyMatch(modelSet -> hasFeatures(modelSet, signature))) {
                missing.merge(signature, List.of(source), SourceComparison::both);
            }
        }
        missing.forEach((signature, sources) -> sightings.seen(
                new Difference.OfImage(DifferenceKind.MISSING_DOCUMENT, signature), age.of(null, sources)));
    }

    private Map<IndexGeneration, Set<ImageSignature>> present(Set<ImageSignature> signatures) {
        return index.generations().stream()
                .collect(Collectors.toMap(
                        generation -> generation, generation -> inventory.present(generation, signatures)));
    }

    /** The model sets under which a document of the image is missing somewhere; its own also if that has no generation at all. */
    private static Set<ModelSetId> lacking(
            Source source, ImageSignature signature, Map<IndexGeneration, Set<ImageSignature>> present) {
        Set<ModelSetId> lacking = new HashSet<>();
        present.forEach((generation, images) -> {
            if (!images.contains(signature)) {
                lacking.add(generation.modelSet());
            }
        });
        Optional<ModelSetId> own = Optional.ofNullable(source.modelSet());
        own.filter(modelSet -> present.keySet().stream()
                        .noneMatch(generation -> generation.modelSet().equals(modelSet)))
                .ifPresent(lacking::add);
        return lacking;
    }

    private boolean hasFeatures(ModelSetId modelSet, ImageSignature signature) {
        return features.find(modelSet, signature).isPresent();
    }

    private static Set<ImageSignature> signatures(Collection<Source> live) {
        return live.stream().flatMap(source -> source.liveSignature().stream()).collect(Collectors.toUnmodifiableSet());
    }

    private static List<Source> both(List<Source> one, List<Source> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }
}
