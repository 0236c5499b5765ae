package dev.sightline.lab.detection;

import dev.sightline.visual.DetectedObject;
import dev.sightline.visual.NormalizedBox;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Decides which detections of one category are right in one image, as COCO does: greedy, the surest detection first.
 *
 * <p>A detection is right if its intersection over union with an object that no surer detection took is at least {@code minOverlap},
 * 0..1 without 0; it takes the object with the largest one. Otherwise it is left out if at least that share of its own area lies
 * inside an ignored object, and wrong if not. Equally sure detections are taken by place (left, top, width, height), equally good
 * objects too, so that the order of both lists does not matter.
 *
 * @throws IllegalArgumentException if the overlap lies outside 0..1 or is 0
 */
public record BoxMatching(double minOverlap) {

    private static final Comparator<NormalizedBox> BY_PLACE = Comparator.comparingDouble(NormalizedBox::x)
            .thenComparingDouble(NormalizedBox::y)
            .thenComparingDouble(NormalizedBox::w)
            .thenComparingDouble(NormalizedBox::h);

    private static final Comparator<DetectedObject> SUREST_FIRST = Comparator.comparingDouble(
                    DetectedObject::confidence)
            .reversed()
            .thenComparing(DetectedObject::box, BY_PLACE);

    public BoxMatching {
        if (!(minOverlap > 0 && minOverlap <= 1)) {
            throw new IllegalArgumentException("expected 0 < minOverlap <= 1, got " + minOverlap);
        }
    }

    /** Matches all detections, whatever their category; who wants one category passes only that one. */
    public MatchedBoxes match(List<DetectedObject> detections, List<TrueObject> objects) {
        List<TrueObject> ignored = objects.stream().filter(TrueObject::ignored).toList();
        List<TrueObject> free = new ArrayList<>(objects);
        free.removeIf(TrueObject::ignored);
        free.sort(Comparator.comparing(TrueObject::box, BY_PLACE));
        List<DetectedObject> right = new ArrayList<>();
        List<DetectedObject> wrong = new ArrayList<>();
        for (DetectedObject detection : detections.stream().sorted(SUREST_FIRST).toList()) {
            Optional<TrueObject> found = best(detection.box(), free);
            if (found.isPresent()) {
                free.remove(found.get());
                right.add(detection);
            } else if (ignored.stream().noneMatch(object -> isInside(detection.box(), object.box()))) {
                wrong.add(detection);
            }
        }
        return new MatchedBoxes(right, wrong, free);
    }

    /**
     * Matches category by category, as far as a detector knows the names in {@code categories}: a box counts only under its right
     * name, and objects with other names are not to be found.
     */
    SortedMap<String, MatchedBoxes> match(
            List<DetectedObject> detections, List<TrueObject> objects, Set<String> categories) {
        var found = detections.stream().collect(Collectors.groupingBy(DetectedObject::category));
        var there = objects.stream().collect(Collectors.groupingBy(TrueObject::category));
        SortedMap<String, MatchedBoxes> matched = new TreeMap<>();
        for (String category : categories) {
            matched.put(
                    category, match(found.getOrDefault(category, List.of()), there.getOrDefault(category, List.of())));
        }
        return matched;
    }

    /** The same, all categories together. */
    public MatchedBoxes matchNamed(List<DetectedObject> detections, List<TrueObject> objects, Set<String> categories) {
        return MatchedBoxes.joined(match(detections, objects, categories).values());
    }

    private Optional<TrueObject> best(NormalizedBox box, List<TrueObject> objects) {
        return objects.stream()
                .filter(object -> object.box().iou(box) >= minOverlap)
                .max(Comparator.comparingDouble(
                                (TrueObject object) -> object.box().iou(box))
                        .thenComparing(TrueObject::box, BY_PLACE));
    }

    private boolean isInside(NormalizedBox box, NormalizedBox area) {
        double width = Math.min(box.x() + box.w(), area.x() + area.w()) - Math.max(box.x(), area.x());
        double height = Math.min(box.y() + box.h(), area.y() + area.h()) - Math.max(box.y(), area.y());
        return width > 0 && height > 0 && width * height >= minOverlap * box.area();
    }
}
