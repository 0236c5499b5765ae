package dev.sightline.local.operate;

import dev.sightline.events.PinRecord;
import dev.sightline.index.ImageIndex;
import dev.sightline.index.IndexGeneration;
import dev.sightline.index.Source;
import dev.sightline.index.SourceRegistry;
import dev.sightline.index.StoredImage;
import dev.sightline.index.VisualSearcher;
import dev.sightline.reconcile.Catalogue;
import dev.sightline.reconcile.SavedPins;
import dev.sightline.visual.ImageSignature;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Compares the pins in the index, and the words of them in the documents of every generation, with the pins and boards in S3. Of an image without
 * a live source there is to be none. What a deletion left is judged at once, since nothing says when it happened.
 */
final class PinComparison {

    private static final int PAGE = 500;

    private final Catalogue catalogue;
    private final SourceRegistry registry;
    private final ImageIndex index;
    private final VisualSearcher searcher;

    PinComparison(Catalogue catalogue, SourceRegistry registry, ImageIndex index, VisualSearcher searcher) {
        this.catalogue = catalogue;
        this.registry = registry;
        this.index = index;
        this.searcher = searcher;
    }

    void compare(MinimumAge age, Sightings sightings) {
        Paged<ImageSignature> images = new Paged<>(last -> catalogue.images(last, PAGE));
        for (List<ImageSignature> page = images.take(PAGE); !page.isEmpty(); page = images.take(PAGE)) {
            compare(Set.copyOf(page), age, sightings);
        }
    }

    private void compare(Set<ImageSignature> page, MinimumAge age, Sightings sightings) {
        Map<ImageSignature, List<Source>> live = registry.liveSources(page);
        Map<ImageSignature, List<PinRecord>> shown = catalogue.shown(page);
        List<Map<ImageSignature, StoredImage>> documents = index.generations().stream()
                .map((IndexGeneration generation) -> searcher.open(generation).images(page))
                .toList();
        for (ImageSignature image : page) {
            SavedPins saved = live.containsKey(image) ? catalogue.saved(image) : SavedPins.NONE;
            List<PinRecord> view = shown.getOrDefault(image, List.of());
            Stream<StoredImage> written =
                    documents.stream().flatMap(generation -> Stream.ofNullable(generation.get(image)));
            if (!Set.copyOf(saved.pins()).equals(Set.copyOf(view)) || saysOtherwise(written, saved)) {
                sightings.seen(
                        new Difference.OfImage(DifferenceKind.OTHER_PINS, image),
                        age.of(newest(saved), live.getOrDefault(image, List.of())));
            }
        }
    }

    private static boolean saysOtherwise(Stream<StoredImage> written, SavedPins saved) {
        return written.anyMatch(document -> !document.written().equals(saved.texts(document.keys())));
    }

    private static Instant newest(SavedPins saved) {
        return Stream.concat(
                        saved.pins().stream().map(PinRecord::changedAt),
                        saved.boards().values().stream().map(board -> board.changedAt()))
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }
}
