package dev.sightline.lab.objects;

import dev.sightline.lab.detection.BoxedDataSet;
import dev.sightline.lab.detection.BoxedPicture;
import dev.sightline.lab.detection.TimedDetections;
import dev.sightline.lab.detection.TrueObject;
import dev.sightline.visual.DetectedObject;
import dev.sightline.visual.NormalizedBox;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** An index of pictures, and the queries that can be asked of it. */
record SearchablePictures(List<SearchablePicture> pictures) {

    SearchablePictures {
        pictures = List.copyOf(pictures);
    }

    /** Embeds each picture as a whole and in all boxes, in one batch; {@code found} has one entry per picture. */
    static SearchablePictures of(BoxedDataSet dataSet, List<TimedDetections> found, ViewReader reader) {
        return new SearchablePictures(IntStream.range(0, found.size())
                .mapToObj(i -> searchable(dataSet.pictures().get(i), found.get(i), reader))
                .toList());
    }

    private static SearchablePicture searchable(BoxedPicture picture, TimedDetections found, ViewReader reader) {
        List<TrueObject> objects =
                picture.objects().stream().filter(object -> !object.ignored()).toList();
        List<NormalizedBox> boxes = new ArrayList<>(List.of(NormalizedBox.FULL));
        found.objects().stream().map(DetectedObject::box).forEach(boxes::add);
        objects.stream().map(TrueObject::box).forEach(boxes::add);
        List<ViewReader.View> read = reader.read(picture.file(), boxes);
        List<BoxView> views = IntStream.range(0, boxes.size())
                .mapToObj(i -> new BoxView(
                        boxes.get(i), read.get(i).embedding(), read.get(i).labels()))
                .toList();
        int detectedEnd = 1 + found.objects().size();
        return new SearchablePicture(
                picture,
                objects,
                views.getFirst(),
                views.subList(1, detectedEnd),
                views.subList(detectedEnd, views.size()));
    }

    /**
     * Objects to which at least one allowed picture shows another of the same category: all, or so many chosen by the seed, in the
     * order of the pictures.
     */
    List<ObjectQuery> queries(Answers answers, int limit, long seed) {
        List<ObjectQuery> all = new ArrayList<>(IntStream.range(0, pictures.size())
                .boxed()
                .flatMap(this::queries)
                .filter(query -> isAnswerable(query, answers))
                .toList());
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, all.size()).boxed().toList());
        Collections.shuffle(order, new Random(seed));
        return order.stream().limit(limit).sorted().map(all::get).toList();
    }

    private Stream<ObjectQuery> queries(int picture) {
        SearchablePicture shown = pictures.get(picture);
        return IntStream.range(0, shown.objects().size())
                .mapToObj(i -> new ObjectQuery(
                        picture,
                        shown.objects().get(i),
                        shown.trueBoxes().get(i).embedding()));
    }

    private boolean isAnswerable(ObjectQuery query, Answers answers) {
        return IntStream.range(0, pictures.size())
                .anyMatch(i -> i != query.picture()
                        && answers.allow(pictures.get(i), query)
                        && pictures.get(i).shows(query.object().category()));
    }
}
