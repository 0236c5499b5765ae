package dev.sightline.lab.objects;

import dev.sightline.lab.detection.BoxedDataSet;
import dev.sightline.lab.detection.TimedDetections;
import java.util.List;

/** Pictures with known objects, what was detected in each, and the same with vectors; all in the order of the pictures. */
record DetectedPictures(BoxedDataSet dataSet, List<TimedDetections> found, SearchablePictures searchable) {

    DetectedPictures {
        found = List.copyOf(found);
    }
}
