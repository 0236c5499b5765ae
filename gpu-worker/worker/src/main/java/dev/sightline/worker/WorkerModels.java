package dev.sightline.worker;

import dev.sightline.visual.ModelRef;
import dev.sightline.visual.ModelSet;
import java.util.List;

/**
 * The models of this worker: those of the index, of which {@code modelSet.detector} is the fast profile, and the detector for query
 * pixels, the accurate profile. An analysis of query pixels carries the same model set, since its vectors are comparable with those of
 * the index whatever detector drew the boxes. {@code next} are the model sets that it runs beside: none or one.
 */
record WorkerModels(ModelSet modelSet, ModelRef queryDetector, List<ModelSet> next) {

    WorkerModels {
        next = List.copyOf(next);
    }
}
