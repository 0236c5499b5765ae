package dev.sightline.lab.objects;

import dev.sightline.visual.ObjectMatchRule;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * An exact search for pictures: a picture is as near as the nearest of its views, one without views is not found. By cosine that is what
 * is served: 1 minus the score of {@link ObjectMatchRule} for one query object. Immutable, safe for all threads.
 */
record PictureSearch(List<SearchablePicture> pictures, SearchedViews views, VectorDistance distance) {

    private static final Comparator<FoundPicture> NEAREST_FIRST = Comparator.comparingDouble(FoundPicture::distance);

    private static final ObjectMatchRule ONE_OBJECT = new ObjectMatchRule(List.of(1.0));

    PictureSearch {
        pictures = List.copyOf(pictures);
    }

    /** All pictures but the query's own, nearest first; equally near ones in the order of the index. */
    List<FoundPicture> nearest(ObjectQuery query) {
        return IntStream.range(0, pictures.size())
                .filter(picture -> picture != query.picture())
                .mapToObj(picture -> best(picture, query))
                .flatMap(Optional::stream)
                .sorted(NEAREST_FIRST)
                .toList();
    }

    private Optional<FoundPicture> best(int picture, ObjectQuery query) {
        List<BoxView> found = views.of(pictures.get(picture));
        return switch (distance) {
            case HAMMING ->
                found.stream()
                        .map(view -> new FoundPicture(
                                picture, view.box(), distance.between(query.embedding(), view.embedding())))
                        .min(NEAREST_FIRST);
            case COSINE -> found.isEmpty() ? Optional.empty() : Optional.of(served(picture, found, query));
        };
    }

    private static FoundPicture served(int picture, List<BoxView> found, ObjectQuery query) {
        var match = ONE_OBJECT.match(found.stream()
                .map(view -> new ObjectMatchRule.Match<>(
                        0, view, 1 - VectorDistance.COSINE.between(query.embedding(), view.embedding())))
                .toList());
        return new FoundPicture(picture, match.best().box(), 1 - match.score());
    }
}
