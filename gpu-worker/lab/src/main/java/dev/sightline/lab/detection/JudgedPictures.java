package dev.sightline.lab.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The detections of one detector on one data set, judged at one overlap; all lists follow the order of the pictures.
 *
 * <p>{@code categories}: category by category, over those that annotators looked for and the detector knows. {@code labelled}: the same together; a box counts
 * only under its right name. {@code boxes}: every object of the data set, whatever it is called and whether the detector knows the
 * name; a box counts by its place alone.
 */
record JudgedPictures(
        SortedMap<String, List<JudgedImage>> categories, List<JudgedImage> labelled, List<JudgedImage> boxes) {

    /** Judges {@code found}, one per picture; {@code labels} are the names that the detector knows. */
    static JudgedPictures of(
            BoxedDataSet dataSet, List<TimedDetections> found, Set<String> labels, BoxMatching matching) {
        Set<String> names = dataSet.judgeable(labels);
        SortedMap<String, List<JudgedImage>> categories = new TreeMap<>();
        List<JudgedImage> labelled = new ArrayList<>();
        List<JudgedImage> boxes = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            var objects = dataSet.pictures().get(i).objects();
            var detections = found.get(i).objects();
            SortedMap<String, MatchedBoxes> matched = matching.match(detections, objects, names);
            matched.forEach((label, one) ->
                    categories.computeIfAbsent(label, name -> new ArrayList<>()).add(one.judged()));
            labelled.add(MatchedBoxes.joined(matched.values()).judged());
            boxes.add(matching.match(detections, objects).judged());
        }
        return new JudgedPictures(categories, labelled, boxes);
    }
}
