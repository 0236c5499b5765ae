package dev.sightline.testkit;

import dev.sightline.index.EmptySearchView;
import dev.sightline.index.ImageIndex;
import dev.sightline.index.IndexGeneration;
import dev.sightline.index.IndexGenerations;
import dev.sightline.index.IndexInventory;
import dev.sightline.index.IndexLayout;
import dev.sightline.index.IndexProbe;
import dev.sightline.index.IndexedImage;
import dev.sightline.index.InventoriedImage;
import dev.sightline.index.SearchView;
import dev.sightline.index.StoredImage;
import dev.sightline.index.StoredObject;
import dev.sightline.index.VisualSearcher;
import dev.sightline.visual.AccessScope;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.ModelSet;
import dev.sightline.visual.ModelSetId;
import dev.sightline.visual.SightlineException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The fake of {@link ImageIndex}, {@link IndexGenerations} and {@link VisualSearcher}, and of {@link IndexProbe} for each generation:
 * both stages of a search as an exact scan, visible at once. Safe for all threads.
 */
public final class InMemoryVisualIndex implements ImageIndex, IndexGenerations, VisualSearcher {

    private final SortedMap<IndexGeneration, InMemoryGeneration> generations = new TreeMap<>();
    private final Map<ModelSetId, IndexGeneration> servedOf = new HashMap<>();
    private final Set<ImageSignature> refused = new HashSet<>();
    private @Nullable IndexGeneration served;

    /** From now on, writes and deletes of this image fail with {@link ErrorCode#INDEX_UNAVAILABLE}. */
    public synchronized void refuse(ImageSignature signature) {
        refused.add(signature);
    }

    /** Ends {@link #refuse}. */
    public synchronized void accept(ImageSignature signature) {
        refused.remove(signature);
    }

    @Override
    public synchronized Map<ImageSignature, SightlineException> write(List<IndexedImage> given) {
        List<IndexedImage> written = layout().toWrite(given);
        return eachAccepted(
                written.stream().map(IndexedImage::signature).toList(),
                signature -> written.stream()
                        .filter(image -> image.signature().equals(signature))
                        .forEach(this::put));
    }

    @Override
    public synchronized Map<ImageSignature, SightlineException> delete(Set<ImageSignature> signatures) {
        return eachAccepted(
                signatures, signature -> generations.values().forEach(generation -> generation.remove(signature)));
    }

    @Override
    public synchronized Set<IndexGeneration> generations() {
        return layout().generations();
    }

    @Override
    public synchronized IndexLayout layout() {
        return new IndexLayout(new TreeSet<>(generations.keySet()), served, servedOf);
    }

    @Override
    public synchronized IndexGeneration open(ModelSet modelSet) {
        var there = layout().of(modelSet.id());
        int number = there.isEmpty() ? 1 : there.last().number() + 1;
        IndexGeneration opened = new IndexGeneration(modelSet.id(), number);
        generations.put(opened, new InMemoryGeneration(opened));
        if (there.isEmpty()) {
            servedOf.put(modelSet.id(), opened);
        }
        return opened;
    }

    @Override
    public synchronized void serve(IndexGeneration generation) {
        if (!generations.containsKey(generation)) {
            throw new SightlineException(
                    ErrorCode.NOT_FOUND,
                    "expected one of the generations %s, got %s".formatted(generations.keySet(), generation));
        }
        served = generation;
        servedOf.put(generation.modelSet(), generation);
    }

    @Override
    public synchronized void drop(IndexGeneration generation) {
        if (generation.equals(served)) {
            throw new SightlineException(
                    ErrorCode.INVALID_REQUEST,
                    "expected a generation that is not served, got %s: serve another one first".formatted(generation));
        }
        remove(generation);
    }

    /** Deletes everything, the served generation too, as somebody may do with the real index by hand. */
    public synchronized void vanish() {
        Set.copyOf(generations.keySet()).forEach(this::remove);
        served = null;
    }

    private void remove(IndexGeneration generation) {
        InMemoryGeneration removed = generations.remove(generation);
        if (removed != null) {
            removed.drop();
        }
        servedOf.remove(generation.modelSet(), generation);
    }

    @Override
    public synchronized SearchView open(AccessScope scope) {
        return served == null ? new EmptySearchView(scope) : new InMemoryScopedView(documents(served), scope);
    }

    @Override
    public synchronized SearchView open(IndexGeneration generation) {
        return documents(generation);
    }

    /** Probes one generation. */
    public synchronized IndexProbe probe(IndexGeneration generation) {
        return documents(generation);
    }

    /** What the index holds, document by document. */
    public IndexInventory inventory() {
        return new IndexInventory() {
            @Override
            public List<InventoriedImage> images(
                    IndexGeneration generation, @Nullable ImageSignature after, int limit) {
                return documents(generation).inventory(after, limit);
            }

            @Override
            public Set<ImageSignature> present(IndexGeneration generation, Set<ImageSignature> asked) {
                return documents(generation).among(asked);
            }

            @Override
            public List<ImageSignature> objectOwners(
                    IndexGeneration generation, @Nullable ImageSignature after, int limit) {
                return documents(generation).objectOwners(after, limit);
            }
        };
    }

    /** Deletes the document of an image in one generation, as no writer does; those of its objects stay. */
    public synchronized void lose(IndexGeneration generation, ImageSignature signature) {
        documents(generation).lose(signature);
    }

    private synchronized InMemoryGeneration documents(IndexGeneration generation) {
        InMemoryGeneration documents = generations.get(generation);
        if (documents == null) {
            documents = new InMemoryGeneration(generation);
            documents.drop();
        }
        return documents;
    }

    /** The model set that is served. */
    public Optional<ModelSetId> modelSet() {
        return open().modelSet();
    }

    /** An image in the served generation. */
    public Optional<StoredImage> image(ImageSignature signature) {
        return open().image(signature);
    }

    /** The objects of an image in the served generation, surest first. */
    public List<StoredObject> objects(ImageSignature signature) {
        return open().objects(signature);
    }

    /** What the served generation holds. */
    public SearchView.Sizes sizes() {
        return open().sizes();
    }

    private void put(IndexedImage image) {
        ModelSet modelSet = image.features().analysis().modelSet();
        if (layout().of(modelSet.id()).isEmpty()) {
            IndexGeneration first = open(modelSet);
            served = served == null ? first : served;
        }
        layout().of(modelSet.id()).forEach(generation -> documents(generation).put(image));
    }

    private Map<ImageSignature, SightlineException> eachAccepted(
            Collection<ImageSignature> signatures, Consumer<ImageSignature> action) {
        Map<ImageSignature, SightlineException> failures = new HashMap<>();
        for (ImageSignature signature : signatures) {
            if (refused.contains(signature)) {
                failures.put(
                        signature,
                        new SightlineException(
                                ErrorCode.INDEX_UNAVAILABLE, "the fake index was told to refuse " + signature));
            } else {
                action.accept(signature);
            }
        }
        return failures;
    }
}
