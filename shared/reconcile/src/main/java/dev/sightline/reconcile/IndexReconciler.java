package dev.sightline.reconcile;

import dev.sightline.index.ImageIndex;
import dev.sightline.index.IndexGeneration;
import dev.sightline.index.IndexedImage;
import dev.sightline.index.Source;
import dev.sightline.index.SourceRegistry;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.SightlineException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes the index say of each image what its live sources and, while there is one, its pins say, and no more.
 *
 * <p>Looks at the state, not at the event that drew attention to it, so repeats and any order of events are harmless. Sources are
 * read again after the write, and so are pins and boards: whoever wrote last has then seen every source that was recorded before, and of two that run at the
 * same time at least one repeats with what the other recorded. So are the generations of the index: whoever opens one and then
 * reconciles every image has all of them in it, and each change too. Safe for all threads.
 */
public final class IndexReconciler {

    private static final int ROUNDS = 3;

    private final SourceRegistry registry;
    private final FeatureLoader features;
    private final ImageIndex index;
    private final Catalogue catalogue;
    private final Clock clock;

    public IndexReconciler(
            SourceRegistry registry, FeatureLoader features, ImageIndex index, Catalogue catalogue, Clock clock) {
        this.registry = registry;
        this.features = features;
        this.index = index;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /**
     * Reconciles images with their live sources and their pins. Pins whose board is gone are deleted.
     *
     * @return the images for which this did not succeed, each with its reason; another try is harmless
     * @throws SightlineException with {@code INDEX_UNAVAILABLE} if the sources cannot be read
     */
    public Map<ImageSignature, SightlineException> reconcile(Set<ImageSignature> signatures) {
        Map<ImageSignature, SightlineException> failures = new HashMap<>();
        Map<ImageSignature, LiveImage> open = liveImages(signatures, failures);
        for (int round = 0; round < ROUNDS && !open.isEmpty(); round++) {
            failures.putAll(apply(open.values()));
            open.keySet().removeAll(failures.keySet());
            open = changedSince(open, failures);
        }
        open.keySet().forEach(signature -> failures.put(signature, stillChanging(signature)));
        return failures;
    }

    /** What cannot be told now is left out, and goes to the failures. */
    private Map<ImageSignature, LiveImage> liveImages(
            Set<ImageSignature> signatures, Map<ImageSignature, SightlineException> failures) {
        Map<ImageSignature, LiveImage> images = new HashMap<>();
        if (signatures.isEmpty()) {
            return images;
        }
        Map<ImageSignature, List<Source>> sources = registry.liveSources(signatures);
        Set<IndexGeneration> generations = index.generations();
        Map<ImageSignature, SavedPins> saved = catalogue.load(sources.keySet(), failures);
        for (ImageSignature signature : signatures) {
            if (!failures.containsKey(signature)) {
                images.put(
                        signature,
                        LiveImage.of(
                                signature,
                                sources.getOrDefault(signature, List.of()),
                                saved.getOrDefault(signature, SavedPins.NONE),
                                generations));
            }
        }
        return images;
    }

    private Map<ImageSignature, LiveImage> changedSince(
            Map<ImageSignature, LiveImage> applied, Map<ImageSignature, SightlineException> failures) {
        Map<ImageSignature, LiveImage> now = liveImages(Set.copyOf(applied.keySet()), failures);
        now.values().removeIf(image -> image.equals(applied.get(image.signature())));
        return now;
    }

    private Map<ImageSignature, SightlineException> apply(Collection<LiveImage> images) {
        Map<Boolean, List<LiveImage>> byGone = images.stream().collect(Collectors.partitioningBy(LiveImage::isGone));
        Map<ImageSignature, SightlineException> failures = new HashMap<>();
        failures.putAll(delete(byGone.getOrDefault(true, List.of())));
        failures.putAll(write(byGone.getOrDefault(false, List.of())));
        return failures;
    }

    /** The documents first: while there is one, a count of engagement may come back. */
    private Map<ImageSignature, SightlineException> delete(List<LiveImage> gone) {
        if (gone.isEmpty()) {
            return Map.of();
        }
        Set<ImageSignature> signatures = gone.stream().map(LiveImage::signature).collect(Collectors.toSet());
        Map<ImageSignature, SightlineException> failures = new HashMap<>(index.delete(signatures));
        signatures.removeAll(failures.keySet());
        failures.putAll(catalogue.forget(signatures));
        return failures;
    }

    private Map<ImageSignature, SightlineException> write(List<LiveImage> live) {
        Map<ImageSignature, SightlineException> failures = new HashMap<>();
        List<IndexedImage> loaded = live.isEmpty() ? List.of() : load(live, failures);
        if (!loaded.isEmpty()) {
            failures.putAll(index.write(loaded));
        }
        List<LiveImage> written = live.stream()
                .filter(image -> !failures.containsKey(image.signature()))
                .toList();
        failures.putAll(written.isEmpty() ? Map.of() : catalogue.show(written));
        return failures;
    }

    private List<IndexedImage> load(List<LiveImage> images, Map<ImageSignature, SightlineException> failures) {
        List<IndexedImage> loaded = new ArrayList<>();
        for (FeatureLoader.Loading loading : features.load(images)) {
            switch (loading) {
                case FeatureLoader.Loading.Found(var image, var found) ->
                    loaded.add(
                            new IndexedImage(found, image.keys(), image.saved().texts(image.keys()), clock.instant()));
                case FeatureLoader.Loading.None() -> {}
                case FeatureLoader.Loading.Failed(var signature, var reason) -> failures.put(signature, reason);
            }
        }
        return loaded;
    }

    private static SightlineException stillChanging(ImageSignature signature) {
        return new SightlineException(
                ErrorCode.INDEX_UNAVAILABLE,
                "%s: expected steady sources, pins and generations, they changed in each of %d rounds"
                        .formatted(signature, ROUNDS));
    }
}
