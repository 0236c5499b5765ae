package dev.sightline.lab.objects;

import dev.sightline.lab.detection.TrueObject;
import dev.sightline.policy.ObjectPolicy;
import dev.sightline.visual.DetectedObject;
import dev.sightline.visual.DominantObjectRule;
import dev.sightline.visual.ObjectMatchRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Asks with whole pictures: once by their objects, as Object Search does, once by their embeddings. The query's objects are those that
 * {@code relevant} lets through, each weighing as much as it is dominant; both searches are exact.
 */
record SceneSearch(DetectedPictures detected, ObjectPolicy relevant) {

    private static final int FIVE = 5;
    private static final int TEN = 10;

    /** The scores of both, query by query: the share of the query's kinds of things that a result shows, over the first results. */
    record Scores(Answers answers, List<QueryScore> objects, List<QueryScore> whole) {

        Scores {
            objects = List.copyOf(objects);
            whole = List.copyOf(whole);
        }

        /** What Object Search has more, query by query. */
        List<QueryScore> gain() {
            return IntStream.range(0, objects.size())
                    .mapToObj(i -> objects.get(i).minus(whole.get(i)))
                    .toList();
        }
    }

    /** Asks with every picture that shows something and has a relevant object. */
    Scores scores(Answers answers) {
        List<Integer> queries = IntStream.range(0, pictures().size())
                .filter(i -> !kinds(i).isEmpty() && !queryObjects(i).isEmpty())
                .boxed()
                .toList();
        return new Scores(
                answers,
                queries.stream().map(i -> score(i, answers, byObjects(i))).toList(),
                queries.stream().map(i -> score(i, answers, byWhole(i))).toList());
    }

    /** How many query objects a query has on average, 0 without queries. */
    double objectsPerQuery() {
        return IntStream.range(0, pictures().size())
                .filter(i -> !kinds(i).isEmpty() && !queryObjects(i).isEmpty())
                .map(i -> queryObjects(i).size())
                .average()
                .orElse(0);
    }

    private ToDoubleFunction<Integer> byObjects(int query) {
        List<Integer> asked = queryObjects(query);
        var rule = new ObjectMatchRule(asked.stream()
                .map(box -> DominantObjectRule.score(objects(query).get(box)))
                .toList());
        List<BoxView> views = pictures().get(query).detectedBoxes();
        return picture -> {
            List<ObjectMatchRule.Match<BoxView>> matches = new ArrayList<>();
            for (BoxView view : pictures().get(picture).detectedBoxes()) {
                for (int position = 0; position < asked.size(); position++) {
                    BoxView own = views.get(asked.get(position));
                    matches.add(new ObjectMatchRule.Match<>(
                            position,
                            view,
                            own.embedding().dense().cosine(view.embedding().dense())));
                }
            }
            return rule.score(matches);
        };
    }

    private ToDoubleFunction<Integer> byWhole(int query) {
        var own = pictures().get(query).whole().embedding().dense();
        return picture -> own.cosine(pictures().get(picture).whole().embedding().dense());
    }

    private QueryScore score(int query, Answers answers, ToDoubleFunction<Integer> search) {
        Set<String> wanted = kinds(query);
        double[] shares = IntStream.range(0, pictures().size())
                .filter(picture -> picture != query && isAllowed(picture, query, answers))
                .boxed()
                .map(picture -> new Found(picture, search.applyAsDouble(picture)))
                .sorted(Comparator.comparingDouble(Found::score).reversed())
                .limit(TEN)
                .mapToDouble(found -> share(wanted, kinds(found.picture())))
                .toArray();
        return new QueryScore(query, mean(shares, FIVE), mean(shares, TEN));
    }

    private record Found(int picture, double score) {}

    private static double share(Set<String> wanted, Set<String> shown) {
        return (double) wanted.stream().filter(shown::contains).count() / wanted.size();
    }

    /** Missing results show nothing. */
    private static double mean(double[] shares, int first) {
        return IntStream.range(0, Math.min(first, shares.length))
                        .mapToDouble(i -> shares[i])
                        .sum()
                / first;
    }

    private boolean isAllowed(int picture, int query, Answers answers) {
        return switch (answers) {
            case OTHER_PICTURES -> true;
            case OTHER_SOURCES ->
                pictures().get(query).objects().stream()
                        .map(TrueObject::source)
                        .filter(Objects::nonNull)
                        .noneMatch(source -> pictures().get(picture).isComposedOf(source));
        };
    }

    private Set<String> kinds(int picture) {
        return pictures().get(picture).objects().stream()
                .map(TrueObject::category)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private List<Integer> queryObjects(int picture) {
        List<DetectedObject> objects = objects(picture);
        return IntStream.range(0, objects.size())
                .filter(box -> objects.get(box).confidence() >= relevant.minConfidence()
                        && DominantObjectRule.score(objects.get(box)) >= relevant.minDominance())
                .boxed()
                .toList();
    }

    private List<DetectedObject> objects(int picture) {
        return detected.found().get(picture).objects();
    }

    private List<SearchablePicture> pictures() {
        return detected.searchable().pictures();
    }
}
