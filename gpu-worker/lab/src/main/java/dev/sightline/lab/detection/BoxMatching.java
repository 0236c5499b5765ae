package dev.sightline.lab.detection;

import dev.sightline.visual.DetectedObject;
import dev.sightline.visual.NormalizedBox;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

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

    /** Judges all detections, whatever their category; who wants one category passes only that one. */
    public JudgedImage judge(List<DetectedObject> detections, List<TrueObject> objects) {
        List<TrueObject> wanted =
                objects.stream().filter(object -> !object.ignored()).toList();
        List<TrueObject> ignored = objects.stream().filter(TrueObject::ignored).toList();
        List<TrueObject> free = new ArrayList<>(wanted);
        List<Judgement> judgements = new ArrayList<>();
        for (DetectedObject detection : detections.stream().sorted(SUREST_FIRST).toList()) {
            Optional<TrueObject> found = best(detection.box(), free);
            found.ifPresent(free::remove);
            if (found.isPresent() || ignored.stream().noneMatch(object -> isInside(detection.box(), object.box()))) {
                judgements.add(new Judgement(detection.confidence(), found.isPresent()));
            }
        }
        return new JudgedImage(wanted.size(), judgements);
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
