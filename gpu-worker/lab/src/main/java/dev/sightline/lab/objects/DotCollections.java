package dev.sightline.lab.objects;

import dev.sightline.lab.corpus.LabelledImage;
import dev.sightline.lab.detection.TimedDetections;
import dev.sightline.lab.detection.TrueObject;
import dev.sightline.lab.objects.DotCollection.Entry;
import dev.sightline.policy.DotEvidenceKind;
import dev.sightline.visual.DetectedObject;
import dev.sightline.visual.NormalizedBox;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the collections in which the boxes of P7 are searched. Not thread-safe. */
record DotCollections(ViewReader reader, CutOutNames names) {

    /** Labelled pictures as wholes; a picture's category is its label. */
    static List<BoxView> wholes(List<LabelledImage> images, ViewReader reader) {
        return images.stream()
                .map(image ->
                        views(reader, image.path(), List.of(NormalizedBox.FULL)).getFirst())
                .toList();
    }

    DotCollection ofWholes(List<LabelledImage> images, List<BoxView> wholes) {
        return new DotCollection(
                "labelled pictures",
                DotEvidenceKind.IMAGES,
                IntStream.range(0, images.size())
                        .mapToObj(i -> entry(images.get(i), wholes.get(i), label(images.get(i))))
                        .toList());
    }

    /** The objects that were detected in labelled pictures; their category is the detector's. */
    DotCollection ofObjects(List<LabelledImage> images, List<TimedDetections> found) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < images.size(); i++) {
            LabelledImage image = images.get(i);
            List<DetectedObject> objects = found.get(i).objects();
            List<BoxView> views = views(
                    reader,
                    image.path(),
                    objects.stream().map(DetectedObject::box).toList());
            for (int box = 0; box < views.size(); box++) {
                entries.add(entry(image, views.get(box), objects.get(box).category()));
            }
        }
        return new DotCollection("objects of the labelled pictures", DotEvidenceKind.OBJECTS, entries);
    }

    /** The objects that were detected in pictures with known objects. */
    DotCollection ofObjects(String name, DetectedPictures pictures) {
        return new DotCollection(
                name,
                DotEvidenceKind.OBJECTS,
                IntStream.range(0, pictures.found().size())
                        .boxed()
                        .flatMap(i -> entries(
                                pictures.searchable().pictures().get(i),
                                pictures.found().get(i)))
                        .toList());
    }

    private Stream<Entry> entries(SearchablePicture picture, TimedDetections found) {
        return IntStream.range(0, found.objects().size()).mapToObj(box -> {
            BoxView view = picture.detectedBoxes().get(box);
            List<TrueObject> shown = picture.picture().objects().stream()
                    .filter(object -> object.box().iou(view.box()) > 0)
                    .toList();
            return new Entry(
                    Origin.of(picture.picture().file(), shown, names),
                    view.embedding(),
                    view.labels(),
                    found.objects().get(box).category());
        });
    }

    private Entry entry(LabelledImage image, BoxView view, @Nullable String category) {
        var origin = new Origin(image.path(), Set.of(names.of(image.name())));
        return new Entry(origin, view.embedding(), view.labels(), category);
    }

    /** A picture in no folder of its own has no label. */
    private static @Nullable String label(LabelledImage image) {
        return image.label().isEmpty() ? null : image.label();
    }

    private static List<BoxView> views(ViewReader reader, Path file, List<NormalizedBox> boxes) {
        List<ViewReader.View> views = reader.read(file, boxes);
        return IntStream.range(0, boxes.size())
                .mapToObj(i -> new BoxView(
                        boxes.get(i), views.get(i).embedding(), views.get(i).labels()))
                .toList();
    }
}
