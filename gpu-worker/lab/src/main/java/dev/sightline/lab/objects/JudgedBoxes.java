package dev.sightline.lab.objects;

import dev.sightline.lab.detection.BoxMatching;
import dev.sightline.lab.detection.MatchedBoxes;
import dev.sightline.lab.detection.TimedDetections;
import dev.sightline.visual.DetectedObject;
import dev.sightline.visual.DotEvidence;
import dev.sightline.visual.Embedding;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** The detected boxes of {@code pictures} pictures that are either right or wrong, before they are searched. */
record JudgedBoxes(int pictures, List<Box> boxes) {

    private static final double OVERLAP = 0.5;

    /** A box; {@code origin} is that of its whole picture, with all of its cut-outs. */
    record Box(int picture, DetectedObject object, Embedding embedding, Origin origin, boolean right) {}

    JudgedBoxes {
        boxes = List.copyOf(boxes);
    }

    /** Judges boxes under the names that annotators looked for: right is one that finds an object of its name at IoU 0.5. */
    static JudgedBoxes of(DetectedPictures pictures, Set<String> labels, CutOutNames names) {
        List<TimedDetections> found = pictures.found();
        Set<String> judged = pictures.dataSet().judgeable(labels);
        List<Box> boxes = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            SearchablePicture picture = pictures.searchable().pictures().get(i);
            var objects = picture.picture().objects();
            List<DetectedObject> detected = found.get(i).objects();
            MatchedBoxes matched = new BoxMatching(OVERLAP).matchNamed(detected, objects, judged);
            var origin = Origin.of(picture.picture().file(), objects, names);
            for (int box = 0; box < detected.size(); box++) {
                DetectedObject object = detected.get(box);
                boolean right = matched.right().contains(object);
                if (right || matched.wrong().contains(object)) {
                    Embedding embedding = picture.detectedBoxes().get(box).embedding();
                    boxes.add(new Box(i, object, embedding, origin, right));
                }
            }
        }
        return new JudgedBoxes(found.size(), boxes);
    }

    /** The nearest {@code limit} entries of a collection for each box. */
    List<List<DotEvidence>> searched(DotCollection collection, int limit) {
        return boxes.parallelStream()
                .map(box -> collection.nearest(box.embedding(), box.origin(), limit))
                .toList();
    }

    /** The boxes with the signals of one setting; {@code nearest} are the results of each. */
    JudgedDots dots(DotSetting setting, List<List<DotEvidence>> nearest) {
        return new JudgedDots(
                pictures,
                IntStream.range(0, boxes.size())
                        .mapToObj(i -> dot(boxes.get(i), setting, nearest.get(i)))
                        .toList());
    }

    private static JudgedDot dot(Box box, DotSetting setting, List<DotEvidence> nearest) {
        return new JudgedDot(
                box.picture(),
                box.object().confidence(),
                setting.signals(nearest, box.object().category()),
                box.right());
    }
}
