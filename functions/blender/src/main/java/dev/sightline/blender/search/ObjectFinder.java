package dev.sightline.blender.search;

import dev.sightline.blender.search.Candidate.HeldObjects;
import dev.sightline.blender.understand.QueryFocus;
import dev.sightline.blender.understand.QueryFocus.Crop;
import dev.sightline.blender.understand.QueryFocus.ObjectFocus;
import dev.sightline.blender.understand.QueryFocus.WholeImage;
import dev.sightline.blender.understand.UnderstoodObject;
import dev.sightline.index.ObjectNeighbor;
import dev.sightline.index.SearchFilter;
import dev.sightline.index.StoredImage;
import dev.sightline.policy.CandidateSource;
import dev.sightline.policy.ObjectPolicy;
import dev.sightline.policy.SourcePolicy;
import dev.sightline.visual.Embedding;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.Label;
import dev.sightline.visual.ObjectId;
import dev.sightline.visual.ObjectMatchRule;
import dev.sightline.visual.ObjectMatchRule.ImageMatch;
import dev.sightline.visual.ObjectMatchRule.Match;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Object Search: the objects nearest to each relevant object of a whole image, or to the object or crop that a client points at, and of them
 * the whole images, ordered by {@link ObjectMatchRule}. As sure as the surest of what is searched for; a crop is fully sure.
 *
 * <p>A category and a collection narrow the objects, labels and colour the images: objects of the index do not know those of their image, so these are looked at
 * last, over more objects.
 *
 * <p>Paper: Object Search, where objects of the query retrieve whole images that hold similar ones.
 */
final class ObjectFinder implements Finder {

    /** Objects of a query that are searched for: the most dominant ones. */
    private static final int MAX_QUERY_OBJECTS = 10;

    /** Objects asked for each image, as one may hold several that match. */
    private static final int OBJECTS_PER_IMAGE = 2;

    /** The same where labels or a colour will leave out some of the images. */
    private static final int OBJECTS_PER_FILTERED_IMAGE = 6;

    private static final Comparator<UnderstoodObject> MOST_DOMINANT_FIRST =
            Comparator.comparingDouble(UnderstoodObject::dominance).reversed();

    private final int oversample;

    ObjectFinder(int oversample) {
        this.oversample = oversample;
    }

    /** Something that is searched for among the objects of the index; a client's crop is as sure and as dominant as can be. */
    private record Sought(String name, double confidence, double dominance, Embedding embedding) {

        private static Sought of(UnderstoodObject object) {
            return new Sought(
                    object.object().category(), object.object().confidence(), object.dominance(), object.embedding());
        }
    }

    /** An image with its match. */
    private record Held(ImageSignature image, ImageMatch<ObjectNeighbor> match) {}

    @Override
    public CandidateSource source() {
        return CandidateSource.OBJECT_SEARCH;
    }

    @Override
    public Trigger trigger(Question question) {
        List<Sought> sought = sought(question.focus());
        return sought.stream()
                .max(Comparator.comparingDouble(Sought::confidence))
                .map(surest -> new Trigger(
                        surest.confidence(),
                        "a relevant object with a confidence of at least " + Trigger.number(minConfidence(question)),
                        "%s (%s)".formatted(Trigger.number(surest.confidence()), surest.name())))
                .orElseGet(() -> notRelevant(question));
    }

    private static Trigger notRelevant(Question question) {
        ObjectPolicy relevance = question.policy().objects();
        return new Trigger(
                0,
                "an object with a confidence of at least %s and a dominance of at least %s"
                        .formatted(Trigger.number(relevance.minConfidence()), Trigger.number(relevance.minDominance())),
                surest(question.focus().understanding().objects())
                        .map(ObjectFinder::describe)
                        .orElse("no object"));
    }

    /** What is searched for: what the client points at, be it relevant or not; in a whole image its relevant objects. */
    private static List<Sought> sought(QueryFocus focus) {
        return switch (focus) {
            case WholeImage whole ->
                whole.understanding().relevantObjects().stream()
                        .sorted(MOST_DOMINANT_FIRST)
                        .limit(MAX_QUERY_OBJECTS)
                        .map(Sought::of)
                        .toList();
            case ObjectFocus object -> List.of(Sought.of(object.object()));
            case Crop crop -> List.of(new Sought("crop", 1, 1, crop.embedding()));
        };
    }

    private double minConfidence(Question question) {
        return question.policy()
                .source(question.focus().mix(), source())
                .map(SourcePolicy::minConfidence)
                .orElse(0.0);
    }

    private static Optional<UnderstoodObject> surest(List<UnderstoodObject> objects) {
        return objects.stream()
                .max(Comparator.comparingDouble(object -> object.object().confidence()));
    }

    private static String describe(UnderstoodObject object) {
        return "%s and %s (%s)"
                .formatted(
                        Trigger.number(object.object().confidence()),
                        Trigger.number(object.dominance()),
                        object.object().category());
    }

    @Override
    public List<Candidate> find(Question question, SearchFilter filter) {
        List<Sought> sought = sought(question.focus());
        ObjectMatchRule rule =
                new ObjectMatchRule(sought.stream().map(Sought::dominance).toList());
        List<List<ObjectNeighbor>> neighbors = neighbors(question, sought, filter);
        Map<ImageSignature, List<Match<ObjectNeighbor>>> byImage = byImage(neighbors);
        List<Held> held = byImage.entrySet().stream()
                .map(image -> new Held(image.getKey(), rule.match(image.getValue())))
                .sorted(Comparator.comparingDouble((Held image) -> image.match().score())
                        .reversed()
                        .thenComparing(image -> image.image().hex()))
                .limit(filtersImages(filter) ? byImage.size() : question.wanted())
                .toList();
        return candidates(question, held, filter);
    }

    private List<List<ObjectNeighbor>> neighbors(Question question, List<Sought> sought, SearchFilter filter) {
        int perImage = filtersImages(filter) ? OBJECTS_PER_FILTERED_IMAGE : OBJECTS_PER_IMAGE;
        return VirtualThreads.all(sought.stream()
                .map(object ->
                        question.near(object.embedding(), question.wanted() * perImage, oversample, filter.ofObjects()))
                .<Callable<List<ObjectNeighbor>>>map(
                        search -> () -> question.view().nearestObjects(search))
                .toList());
    }

    /** By image, in the order in which they are met; objects that are near two query objects are one, with their distances to the nearer. */
    private static Map<ImageSignature, List<Match<ObjectNeighbor>>> byImage(List<List<ObjectNeighbor>> neighbors) {
        Map<ObjectId, ObjectNeighbor> nearest = new HashMap<>();
        neighbors.stream()
                .flatMap(List::stream)
                .forEach(near -> nearest.merge(
                        near.object().id(), near, (one, other) -> other.cosine() > one.cosine() ? other : one));
        Map<ImageSignature, List<Match<ObjectNeighbor>>> byImage = new LinkedHashMap<>();
        IntStream.range(0, neighbors.size())
                .forEach(query -> neighbors
                        .get(query)
                        .forEach(near -> byImage.computeIfAbsent(
                                        near.object().id().signature(), image -> new ArrayList<>())
                                .add(new Match<>(
                                        query,
                                        nearest.getOrDefault(near.object().id(), near),
                                        near.cosine()))));
        return byImage;
    }

    /** Images that were deleted meanwhile are left out. */
    private static List<Candidate> candidates(Question question, List<Held> held, SearchFilter filter) {
        Map<ImageSignature, StoredImage> images =
                question.view().images(held.stream().map(Held::image).collect(Collectors.toUnmodifiableSet()));
        return held.stream()
                .flatMap(image -> Optional.ofNullable(images.get(image.image())).stream()
                        .filter(stored -> passes(stored, filter))
                        .map(stored -> candidate(stored, image.match())))
                .limit(question.wanted())
                .toList();
    }

    private static boolean filtersImages(SearchFilter filter) {
        return !filter.labels().isEmpty() || filter.onlyColor().isPresent();
    }

    private static boolean passes(StoredImage image, SearchFilter filter) {
        Set<String> labels = image.labels().stream().map(Label::name).collect(Collectors.toSet());
        return labels.containsAll(filter.labels())
                && filter.onlyColor()
                        .map(color -> image.colors().stream()
                                .anyMatch(salient -> salient.name().equals(color)))
                        .orElse(true);
    }

    private static Candidate candidate(StoredImage image, ImageMatch<ObjectNeighbor> match) {
        return new Candidate(image, new HeldObjects(match.best(), match.others(), match.score()));
    }
}
