package dev.sightline.lab.objects;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * An exact search for pictures: a picture is as near as the nearest of its views, one without views is not found. Immutable, safe for
 * all threads.
 */
record PictureSearch(List<SearchablePicture> pictures, SearchedViews views, VectorDistance distance) {

    private static final Comparator<FoundPicture> NEAREST_FIRST = Comparator.comparingDouble(FoundPicture::distance);

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
        return views.of(pictures.get(picture)).stream()
                .map(view ->
                        new FoundPicture(picture, view.box(), distance.between(query.embedding(), view.embedding())))
                .min(NEAREST_FIRST);
    }
}
