package dev.sightline.local.operate;

import dev.sightline.events.SourceId;
import dev.sightline.index.ImageIndex;
import dev.sightline.index.IndexGeneration;
import dev.sightline.index.IndexInventory;
import dev.sightline.index.InventoriedImage;
import dev.sightline.index.Source;
import dev.sightline.index.SourceRegistry;
import dev.sightline.local.operate.Sightings.Looked;
import dev.sightline.storage.FeatureStore;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.ModelSetId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares the documents of every generation with the live sources and with the feature records. */
final class DocumentComparison {

    private static final int PAGE = 500;

    private final SourceRegistry registry;
    private final ImageIndex index;
    private final IndexInventory inventory;
    private final FeatureStore features;

    DocumentComparison(SourceRegistry registry, ImageIndex index, IndexInventory inventory, FeatureStore features) {
        this.registry = registry;
        this.index = index;
        this.inventory = inventory;
        this.features = features;
    }

    /** Documents that name no key with the prefix are passed over; objects only belong to the whole. */
    void compare(String prefix, MinimumAge age, Sightings sightings) {
        Set<ModelSetId> modelSets = new HashSet<>();
        for (IndexGeneration generation : index.generations()) {
            // The records of a model set are compared once, with the first of its generations.
            compareImages(
                    generation, prefix, age, records(generation, modelSets.add(generation.modelSet())), sightings);
            if (prefix.isEmpty()) {
                compareObjects(generation, age, sightings);
            }
        }
    }

    private Records records(IndexGeneration generation, boolean first) {
        ModelSetId modelSet = generation.modelSet();
        return new Records(first, new Paged<ImageSignature>(last -> features.signatures(modelSet, last, Records.PAGE)));
    }

    private void compareImages(
            IndexGeneration generation, String prefix, MinimumAge age, Records records, Sightings sightings) {
        Paged<InventoriedImage> images =
                new Paged<>(last -> inventory.images(generation, last == null ? null : last.signature(), PAGE));
        for (List<InventoriedImage> page = images.take(PAGE); !page.isEmpty(); page = images.take(PAGE)) {
            Map<ImageSignature, List<Source>> live = registry.liveSources(
                    page.stream().map(InventoriedImage::signature).collect(Collectors.toUnmodifiableSet()));
            for (InventoriedImage image : page) {
                boolean recorded = records.contain(image.signature());
                if (prefix.isEmpty() || image.keys().stream().anyMatch(key -> key.startsWith(prefix))) {
                    sightings.looked(Looked.DOCUMENT);
                    List<Source> sources = live.getOrDefault(image.signature(), List.of());
                    compareKeys(image, sources, age, sightings);
                    if (!recorded) {
                        reportUnrecorded(generation, sources, age, sightings);
                    }
                }
            }
        }
    }

    private void compareKeys(InventoriedImage image, List<Source> live, MinimumAge age, Sightings sightings) {
        Set<String> keys = live.stream().map(source -> source.version().key()).collect(Collectors.toSet());
        if (!keys.equals(Set.copyOf(image.keys()))) {
            DifferenceKind kind = live.isEmpty() ? DifferenceKind.ORPHAN_DOCUMENT : DifferenceKind.OTHER_KEYS;
            List<Source> concerned = Stream.concat(live.stream(), named(image)).toList();
            sightings.seen(new Difference.OfImage(kind, image.signature()), age.of(image.indexedAt(), concerned));
        }
    }

    /** What is known of the keys that a document names. */
    private Stream<Source> named(InventoriedImage image) {
        return new TreeSet<>(image.keys()).stream().flatMap(key -> registry.find(SourceId.ofKey(key)).stream());
    }

    private static void reportUnrecorded(
            IndexGeneration generation, List<Source> live, MinimumAge age, Sightings sightings) {
        live.stream()
                .filter(source -> generation.modelSet().equals(source.modelSet()))
                .forEach(source -> sightings.seen(
                        new Difference.OfKey(
                                DifferenceKind.MISSING_FEATURES,
                                source.version().key(),
                                source),
                        age.of(null, List.of(source))));
    }

    private void compareObjects(IndexGeneration generation, MinimumAge age, Sightings sightings) {
        Paged<ImageSignature> owners = new Paged<>(last -> inventory.objectOwners(generation, last, PAGE));
        for (List<ImageSignature> page = owners.take(PAGE); !page.isEmpty(); page = owners.take(PAGE)) {
            Set<ImageSignature> orphans = new TreeSet<>(page);
            orphans.removeAll(inventory.present(generation, Set.copyOf(page)));
            if (!orphans.isEmpty()) {
                Map<ImageSignature, List<Source>> live = registry.liveSources(orphans);
                orphans.forEach(signature -> sightings.seen(
                        new Difference.OfImage(DifferenceKind.ORPHAN_OBJECTS, signature),
                        age.of(null, live.getOrDefault(signature, List.of()))));
            }
        }
    }

    /** The feature records of a model set, asked for in the order of their images. */
    private record Records(boolean asked, Paged<ImageSignature> recorded) {

        private static final int PAGE = 1000;

        boolean contain(ImageSignature signature) {
            if (!asked) {
                return true;
            }
            ImageSignature next = recorded.peek();
            while (next != null && next.compareTo(signature) < 0) {
                recorded.take();
                next = recorded.peek();
            }
            return signature.equals(next);
        }
    }
}
