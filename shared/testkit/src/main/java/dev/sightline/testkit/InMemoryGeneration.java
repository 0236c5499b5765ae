package dev.sightline.testkit;

import dev.sightline.events.AnalyzedObject;
import dev.sightline.events.ImageAnalysis;
import dev.sightline.index.ImageTexts;
import dev.sightline.index.IndexGeneration;
import dev.sightline.index.IndexProbe;
import dev.sightline.index.IndexedImage;
import dev.sightline.index.InventoriedImage;
import dev.sightline.index.Neighbor;
import dev.sightline.index.ObjectNeighbor;
import dev.sightline.index.SearchView;
import dev.sightline.index.StoredImage;
import dev.sightline.index.StoredObject;
import dev.sightline.index.TextMatch;
import dev.sightline.index.TextSearch;
import dev.sightline.index.VisualSearch;
import dev.sightline.visual.AccessScope;
import dev.sightline.visual.Embedding;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.ObjectId;
import dev.sightline.visual.SightlineException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The documents of one generation of {@link InMemoryVisualIndex}, as queries and evaluations see them. Safe for all threads. */
final class InMemoryGeneration implements SearchView, IndexProbe {

    private static final int MOST_RESULTS = 10_000;

    private final IndexGeneration generation;
    private final NavigableMap<ImageSignature, IndexedImage> images = new TreeMap<>();
    private final NavigableSet<ImageSignature> lost = new TreeSet<>();
    private boolean dropped;

    InMemoryGeneration(IndexGeneration generation) {
        this.generation = generation;
    }

    synchronized void put(IndexedImage image) {
        images.put(image.signature(), image);
        lost.remove(image.signature());
    }

    synchronized void remove(ImageSignature signature) {
        images.remove(signature);
        lost.remove(signature);
    }

    /** Deletes the document of an image; those of its objects stay. */
    synchronized void lose(ImageSignature signature) {
        IndexedImage image = images.remove(signature);
        if (image != null && !analysis(image).objects().isEmpty()) {
            lost.add(signature);
        }
    }

    synchronized List<InventoriedImage> inventory(@Nullable ImageSignature after, int limit) {
        return (after == null ? images : images.tailMap(after, false))
                .values().stream()
                        .limit(limit)
                        .map(image -> new InventoriedImage(image.signature(), image.keys(), image.indexedAt()))
                        .toList();
    }

    synchronized Set<ImageSignature> among(Set<ImageSignature> asked) {
        return asked.stream().filter(images::containsKey).collect(Collectors.toUnmodifiableSet());
    }

    synchronized List<ImageSignature> objectOwners(@Nullable ImageSignature after, int limit) {
        Stream<ImageSignature> whole = images.values().stream()
                .filter(image -> !analysis(image).objects().isEmpty())
                .map(IndexedImage::signature);
        return Stream.concat(whole, lost.stream())
                .filter(signature -> after == null || signature.compareTo(after) > 0)
                .sorted()
                .limit(limit)
                .toList();
    }

    /** What somebody may see of it now. */
    synchronized InMemoryGeneration within(AccessScope scope) {
        if (scope.equals(AccessScope.ALL)) {
            return this;
        }
        InMemoryGeneration seen = new InMemoryGeneration(generation);
        seen.dropped = dropped;
        for (IndexedImage image : images.values()) {
            List<String> keys = scope.visible(image.keys());
            if (!keys.isEmpty()) {
                seen.put(new IndexedImage(image.features(), keys, ImageTexts.NONE, image.indexedAt()));
            }
        }
        return seen;
    }

    synchronized void drop() {
        dropped = true;
    }

    @Override
    public Optional<IndexGeneration> generation() {
        return Optional.of(generation);
    }

    @Override
    public AccessScope scope() {
        return AccessScope.ALL;
    }

    @Override
    public synchronized List<Neighbor> nearest(VisualSearch search) {
        return scan(search).nearest(search);
    }

    @Override
    public synchronized List<ObjectNeighbor> nearestObjects(VisualSearch search) {
        return scan(search).nearestObjects(search);
    }

    @Override
    public synchronized List<TextMatch> matching(TextSearch search) {
        return new FullScan(present().values()).matching(search);
    }

    @Override
    public synchronized List<Candidate> candidates(VisualSearch search) {
        return scan(search)
                .candidates(search)
                .map(neighbor -> new Candidate(neighbor.image().signature(), neighbor.hammingDistance()))
                .toList();
    }

    @Override
    public synchronized List<Scanned> exact(VisualSearch search) {
        return scan(search).exact(search).stream()
                .map(neighbor -> new Scanned(neighbor.image().signature(), neighbor.cosine()))
                .toList();
    }

    private FullScan scan(VisualSearch search) {
        search.requireModelSet(generation.modelSet());
        return new FullScan(present().values());
    }

    @Override
    public synchronized List<ImageSignature> sample(int size, long seed) {
        if (size < 1 || size > MOST_RESULTS) {
            throw new IllegalArgumentException(
                    "expected a sample of 1..%d images, got %d".formatted(MOST_RESULTS, size));
        }
        List<ImageSignature> shuffled = new ArrayList<>(present().keySet());
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled.stream().limit(size).toList();
    }

    @Override
    public void refresh() {
        present();
    }

    @Override
    public synchronized List<Held> contents(@Nullable ImageSignature after, int limit) {
        NavigableMap<ImageSignature, IndexedImage> rest =
                after == null ? present() : present().tailMap(after, false);
        return rest.values().stream()
                .limit(limit)
                .map(image ->
                        new Held(image.signature(), analysis(image).objects().size()))
                .toList();
    }

    @Override
    public synchronized Map<ImageSignature, StoredImage> images(Set<ImageSignature> signatures) {
        return signatures.stream()
                .flatMap(signature -> find(signature).stream())
                .collect(Collectors.toUnmodifiableMap(IndexedImage::signature, FullScan::stored));
    }

    @Override
    public synchronized Optional<StoredImage> image(ImageSignature signature) {
        return find(signature).map(FullScan::stored);
    }

    @Override
    public synchronized Optional<Embedding> imageEmbedding(ImageSignature signature) {
        return find(signature).map(image -> analysis(image).embedding());
    }

    @Override
    public synchronized List<StoredObject> objects(ImageSignature signature) {
        return find(signature).stream()
                .flatMap(FullScan::objects)
                .sorted(Comparator.comparingDouble(
                                (StoredObject stored) -> -stored.object().confidence())
                        .thenComparingInt(stored -> stored.id().index()))
                .toList();
    }

    @Override
    public synchronized Optional<Embedding> objectEmbedding(ObjectId id) {
        return objectsOf(id.signature()).stream().skip(id.index()).findFirst().map(AnalyzedObject::embedding);
    }

    @Override
    public synchronized Sizes sizes() {
        long objects = present().keySet().stream()
                .mapToLong(signature -> objectsOf(signature).size())
                .sum();
        return new Sizes(images.size(), objects);
    }

    private NavigableMap<ImageSignature, IndexedImage> present() {
        if (dropped) {
            throw new SightlineException(
                    ErrorCode.INDEX_UNAVAILABLE, "generation %s of the fake index was dropped".formatted(generation));
        }
        return images;
    }

    private Optional<IndexedImage> find(ImageSignature signature) {
        return Optional.ofNullable(present().get(signature));
    }

    private List<AnalyzedObject> objectsOf(ImageSignature signature) {
        return find(signature).map(image -> analysis(image).objects()).orElse(List.of());
    }

    private static ImageAnalysis analysis(IndexedImage image) {
        return image.features().analysis();
    }
}
