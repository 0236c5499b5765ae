package dev.sightline.testkit;

import dev.sightline.events.AnalyzedObject;
import dev.sightline.events.ImageAnalysis;
import dev.sightline.index.IndexedImage;
import dev.sightline.index.Neighbor;
import dev.sightline.index.ObjectNeighbor;
import dev.sightline.index.SearchFilter;
import dev.sightline.index.StoredImage;
import dev.sightline.index.StoredObject;
import dev.sightline.index.TextMatch;
import dev.sightline.index.TextSearch;
import dev.sightline.index.VisualSearch;
import dev.sightline.visual.AccessScope;
import dev.sightline.visual.Embedding;
import dev.sightline.visual.HammingDistance;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.Label;
import dev.sightline.visual.ObjectId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Answers every kind of search by looking at all of some images. */
record FullScan(Collection<IndexedImage> images) {

    private static final Comparator<ObjectId> BY_ID =
            Comparator.comparing(ObjectId::signature).thenComparingInt(ObjectId::index);

    private static final Comparator<Neighbor> IMAGES_BY_HAMMING = Comparator.comparingInt(Neighbor::hammingDistance)
            .thenComparing(near -> near.image().signature());
    private static final Comparator<Neighbor> IMAGES_BY_COSINE = Comparator.comparingDouble(Neighbor::cosine)
            .reversed()
            .thenComparing(near -> near.image().signature());
    private static final Comparator<ObjectNeighbor> OBJECTS_BY_HAMMING = Comparator.comparingInt(
                    ObjectNeighbor::hammingDistance)
            .thenComparing(near -> near.object().id(), BY_ID);
    private static final Comparator<ObjectNeighbor> OBJECTS_BY_COSINE = Comparator.comparingDouble(
                    ObjectNeighbor::cosine)
            .reversed()
            .thenComparing(near -> near.object().id(), BY_ID);
    private static final Comparator<TextMatch> BEST_MATCH = Comparator.comparing(TextMatch::preferred)
            .thenComparingDouble(TextMatch::score)
            .reversed()
            .thenComparing(match -> match.image().signature());

    /** Both stages. */
    List<Neighbor> nearest(VisualSearch search) {
        return candidates(search).sorted(IMAGES_BY_COSINE).limit(search.limit()).toList();
    }

    /** The first stage alone. */
    Stream<Neighbor> candidates(VisualSearch search) {
        return neighbors(search).sorted(IMAGES_BY_HAMMING).limit(candidateLimit(search));
    }

    /** The second stage on everything. */
    List<Neighbor> exact(VisualSearch search) {
        return neighbors(search).sorted(IMAGES_BY_COSINE).limit(search.limit()).toList();
    }

    List<ObjectNeighbor> nearestObjects(VisualSearch search) {
        return images.stream()
                .filter(image -> !search.exclude().contains(image.signature()))
                .filter(image -> liesIn(search.filter(), image))
                .flatMap(image -> objectNeighbors(search, image))
                .sorted(OBJECTS_BY_HAMMING)
                .limit(candidateLimit(search))
                .sorted(OBJECTS_BY_COSINE)
                .limit(search.limit())
                .toList();
    }

    List<TextMatch> matching(TextSearch search) {
        return accepted(search.exclude(), search.filter())
                .map(image -> match(search, stored(image)))
                .filter(match -> !match.terms().isEmpty())
                .sorted(BEST_MATCH)
                .limit(search.limit())
                .toList();
    }

    private static long candidateLimit(VisualSearch search) {
        return (long) search.limit() * search.oversample();
    }

    private Stream<Neighbor> neighbors(VisualSearch search) {
        return accepted(search.exclude(), search.filter()).map(image -> neighbor(search.query(), image));
    }

    private Stream<IndexedImage> accepted(Set<ImageSignature> exclude, SearchFilter filter) {
        return images.stream()
                .filter(image -> !exclude.contains(image.signature()))
                .filter(image -> liesIn(filter, image))
                .filter(image -> passes(filter, analysis(image)));
    }

    private static boolean liesIn(SearchFilter filter, IndexedImage image) {
        return filter.onlyCollection()
                .map(collection -> image.keys().stream().anyMatch(AccessScope.of(collection)::sees))
                .orElse(true);
    }

    private static boolean passes(SearchFilter filter, ImageAnalysis analysis) {
        return names(analysis.labels()).containsAll(filter.labels())
                && filter.onlyCategory()
                        .map(category -> analysis.objects().stream()
                                .anyMatch(object -> object.object().category().equals(category)))
                        .orElse(true)
                && filter.onlyColor()
                        .map(color -> analysis.colors().stream()
                                .anyMatch(salient -> salient.name().equals(color)))
                        .orElse(true);
    }

    private static boolean passes(SearchFilter filter, StoredObject stored) {
        return names(stored.labels()).containsAll(filter.labels())
                && filter.onlyCategory()
                        .map(category -> stored.object().category().equals(category))
                        .orElse(true)
                && filter.onlyColor().isEmpty();
    }

    private static Set<String> names(List<Label> labels) {
        return labels.stream().map(Label::name).collect(Collectors.toSet());
    }

    private static Neighbor neighbor(Embedding query, IndexedImage image) {
        Embedding embedding = analysis(image).embedding();
        return new Neighbor(
                stored(image),
                HammingDistance.between(query.binary(), embedding.binary()),
                HammingDistance.fraction(query.binary(), embedding.binary()),
                query.dense().cosine(embedding.dense()));
    }

    private static Stream<ObjectNeighbor> objectNeighbors(VisualSearch search, IndexedImage image) {
        List<AnalyzedObject> analyzed = analysis(image).objects();
        Embedding query = search.query();
        return objects(image).filter(stored -> passes(search.filter(), stored)).map(stored -> {
            Embedding embedding = analyzed.get(stored.id().index()).embedding();
            return new ObjectNeighbor(
                    stored,
                    HammingDistance.between(query.binary(), embedding.binary()),
                    HammingDistance.fraction(query.binary(), embedding.binary()),
                    query.dense().cosine(embedding.dense()));
        });
    }

    private static TextMatch match(TextSearch search, StoredImage image) {
        List<String> texts = image.texts().stream()
                .flatMap(text -> Stream.of(text.title(), text.board(), text.description()))
                .toList();
        List<Label> held = search.terms().stream()
                .map(term -> new Label(term.name(), term.confidence() * sureness(term, texts, image.labels())))
                .filter(term -> term.confidence() > 0)
                .toList();
        return new TextMatch(
                image,
                held.stream().mapToDouble(Label::confidence).sum(),
                held.stream().map(Label::name).toList(),
                search.preferredWords().stream().anyMatch(word -> EnglishText.holds(texts, word)));
    }

    /** Of a text 1, of a label its confidence, rounded up to a fifth; 0 if neither holds the term. */
    private static double sureness(Label term, List<String> texts, List<Label> labels) {
        if (EnglishText.holds(texts, term.name())) {
            return 1;
        }
        return labels.stream()
                .filter(label -> EnglishText.holds(List.of(label.name()), term.name()))
                .mapToDouble(label -> Math.max(1, Math.ceil(label.confidence() * 5)) / 5)
                .max()
                .orElse(0);
    }

    /** The objects of an image as they are read, in the detector's order. */
    static Stream<StoredObject> objects(IndexedImage image) {
        List<AnalyzedObject> objects = analysis(image).objects();
        return IntStream.range(0, objects.size())
                .mapToObj(i -> new StoredObject(
                        new ObjectId(image.signature(), i),
                        objects.get(i).object(),
                        objects.get(i).labels()));
    }

    /** An image as it is read. */
    static StoredImage stored(IndexedImage image) {
        ImageAnalysis analysis = analysis(image);
        return new StoredImage(
                image.signature(),
                analysis.modelSet().id(),
                image.keys(),
                analysis.frame(),
                analysis.labels(),
                analysis.colors(),
                analysis.embedding().binary(),
                image.texts(),
                image.indexedAt());
    }

    private static ImageAnalysis analysis(IndexedImage image) {
        return image.features().analysis();
    }
}
