package dev.sightline.testkit;

import dev.sightline.events.AnalyzedObject;
import dev.sightline.events.ImageAnalysis;
import dev.sightline.index.ImageIndex;
import dev.sightline.index.IndexProbe;
import dev.sightline.index.IndexedImage;
import dev.sightline.index.Neighbor;
import dev.sightline.index.StoredImage;
import dev.sightline.index.StoredObject;
import dev.sightline.index.VisualSearch;
import dev.sightline.index.VisualSearcher;
import dev.sightline.visual.Embedding;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.HammingDistance;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.ModelSetId;
import dev.sightline.visual.ObjectId;
import dev.sightline.visual.SightlineException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The fake of {@link ImageIndex}, {@link VisualSearcher} and {@link IndexProbe}: both stages as an exact scan, visible at once. Safe for all threads.
 *
 * <p>The first model set that is written is the one that queries are answered from, as with the real index.
 */
public final class InMemoryVisualIndex implements ImageIndex, VisualSearcher, IndexProbe {

    private static final int MOST_RESULTS = 10_000;

    private static final Comparator<Neighbor> NEAREST_BY_HAMMING =
            Comparator.comparingInt(Neighbor::hammingDistance).thenComparing(InMemoryVisualIndex::signature);
    private static final Comparator<Neighbor> NEAREST_BY_COSINE =
            Comparator.comparingDouble(Neighbor::cosine).reversed().thenComparing(InMemoryVisualIndex::signature);

    private final Map<ModelSetId, Map<ImageSignature, IndexedImage>> images = new LinkedHashMap<>();
    private final Set<ImageSignature> refused = new HashSet<>();

    /** From now on, writes and deletes of this image fail with {@link ErrorCode#INDEX_UNAVAILABLE}. */
    public synchronized void refuse(ImageSignature signature) {
        refused.add(signature);
    }

    /** Ends {@link #refuse}. */
    public synchronized void accept(ImageSignature signature) {
        refused.remove(signature);
    }

    @Override
    public synchronized Map<ImageSignature, SightlineException> write(List<IndexedImage> written) {
        return eachAccepted(
                written.stream().map(IndexedImage::signature).toList(),
                signature -> written.stream()
                        .filter(image -> image.signature().equals(signature))
                        .forEach(this::put));
    }

    @Override
    public synchronized Map<ImageSignature, SightlineException> delete(Set<ImageSignature> signatures) {
        return eachAccepted(signatures, signature -> images.values().forEach(stored -> stored.remove(signature)));
    }

    @Override
    public synchronized Optional<ModelSetId> modelSet() {
        return images.keySet().stream().findFirst();
    }

    @Override
    public synchronized List<Neighbor> nearest(VisualSearch search) {
        return byHamming(search).sorted(NEAREST_BY_COSINE).limit(search.limit()).toList();
    }

    @Override
    public synchronized List<Candidate> candidates(VisualSearch search) {
        return byHamming(search)
                .map(neighbor -> new Candidate(signature(neighbor), neighbor.hammingDistance()))
                .toList();
    }

    @Override
    public synchronized List<Scanned> exact(VisualSearch search) {
        return neighbors(search)
                .sorted(NEAREST_BY_COSINE)
                .limit(search.limit())
                .map(neighbor -> new Scanned(signature(neighbor), neighbor.cosine()))
                .toList();
    }

    @Override
    public synchronized List<ImageSignature> sample(int size, long seed) {
        if (size < 1 || size > MOST_RESULTS) {
            throw new IllegalArgumentException(
                    "expected a sample of 1..%d images, got %d".formatted(MOST_RESULTS, size));
        }
        List<ImageSignature> shuffled =
                new ArrayList<>(served().keySet().stream().sorted().toList());
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled.stream().limit(size).toList();
    }

    private Stream<Neighbor> byHamming(VisualSearch search) {
        return neighbors(search).sorted(NEAREST_BY_HAMMING).limit((long) search.limit() * search.oversample());
    }

    private Stream<Neighbor> neighbors(VisualSearch search) {
        modelSet().ifPresent(served -> requireSame(served, search.modelSet()));
        return served().values().stream()
                .filter(image -> !search.exclude().contains(image.signature()))
                .map(image -> neighbor(search.query(), image));
    }

    @Override
    public synchronized Optional<StoredImage> image(ImageSignature signature) {
        return find(signature).map(InMemoryVisualIndex::stored);
    }

    @Override
    public synchronized Optional<Embedding> imageEmbedding(ImageSignature signature) {
        return find(signature).map(image -> analysis(image).embedding());
    }

    @Override
    public synchronized List<StoredObject> objects(ImageSignature signature) {
        List<AnalyzedObject> objects = objectsOf(signature);
        return IntStream.range(0, objects.size())
                .mapToObj(i -> new StoredObject(
                        new ObjectId(signature, i), objects.get(i).object()))
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
        long objects = served().keySet().stream()
                .mapToLong(signature -> objectsOf(signature).size())
                .sum();
        return new Sizes(served().size(), objects);
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

    private void put(IndexedImage image) {
        images.computeIfAbsent(analysis(image).modelSet().id(), absent -> new HashMap<>())
                .put(image.signature(), image);
    }

    private Map<ImageSignature, IndexedImage> served() {
        return modelSet().map(images::get).orElse(Map.of());
    }

    private Optional<IndexedImage> find(ImageSignature signature) {
        return Optional.ofNullable(served().get(signature));
    }

    private List<AnalyzedObject> objectsOf(ImageSignature signature) {
        return find(signature).map(image -> analysis(image).objects()).orElse(List.of());
    }

    private static ImageAnalysis analysis(IndexedImage image) {
        return image.features().analysis();
    }

    private static ImageSignature signature(Neighbor neighbor) {
        return neighbor.image().signature();
    }

    private static Neighbor neighbor(Embedding query, IndexedImage image) {
        Embedding embedding = analysis(image).embedding();
        return new Neighbor(
                stored(image),
                HammingDistance.between(query.binary(), embedding.binary()),
                HammingDistance.fraction(query.binary(), embedding.binary()),
                query.dense().cosine(embedding.dense()));
    }

    private static StoredImage stored(IndexedImage image) {
        ImageAnalysis analysis = analysis(image);
        return new StoredImage(
                image.signature(),
                analysis.modelSet().id(),
                image.keys(),
                analysis.frame(),
                analysis.labels(),
                image.indexedAt());
    }

    private static void requireSame(ModelSetId served, ModelSetId asked) {
        if (!served.equals(asked)) {
            throw new SightlineException(
                    ErrorCode.MODEL_SET_MISMATCH, "expected model set %s, got %s".formatted(served, asked));
        }
    }
}
