package dev.sightline.lab.detection;

import dev.sightline.visual.DetectedObject;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the detections of one image are worth: those that found an object, those that found none, each the surest first, and the
 * objects that none found, by place.
 */
public record MatchedBoxes(List<DetectedObject> right, List<DetectedObject> wrong, List<TrueObject> missed) {

    public MatchedBoxes {
        right = List.copyOf(right);
        wrong = List.copyOf(wrong);
        missed = List.copyOf(missed);
    }

    /** Several categories of one image together. */
    static MatchedBoxes joined(Collection<MatchedBoxes> categories) {
        return new MatchedBoxes(
                categories.stream().flatMap(one -> one.right().stream()).toList(),
                categories.stream().flatMap(one -> one.wrong().stream()).toList(),
                categories.stream().flatMap(one -> one.missed().stream()).toList());
    }

    /** The same as numbers. */
    JudgedImage judged() {
        Stream<Judgement> judgements = Stream.concat(
                right.stream().map(detection -> new Judgement(detection.confidence(), true)),
                wrong.stream().map(detection -> new Judgement(detection.confidence(), false)));
        return new JudgedImage(right.size() + missed.size(), judgements.toList());
    }

    /** Wrong detections and missed objects. */
    int mistakes() {
        return wrong.size() + missed.size();
    }

    /** The harmonic mean of precision and recall, 0..1; 1 where nothing is to be found and nothing was. */
    double f1() {
        int found = 2 * right.size();
        return found + mistakes() == 0 ? 1 : (double) found / (found + mistakes());
    }
}
