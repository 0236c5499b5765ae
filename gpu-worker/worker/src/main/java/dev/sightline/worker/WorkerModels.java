package dev.sightline.worker;

import dev.sightline.visual.ModelRef;
import dev.sightline.visual.ModelSet;

/**
 * The models of this worker: those of the index, of which {@code modelSet.detector} is the fast profile, and the detector for query
 * pixels, the accurate profile. An analysis of query pixels carries the same model set, since its vectors are comparable with those of
 * the index whatever detector drew the boxes.
 */
record WorkerModels(ModelSet modelSet, ModelRef queryDetector) {}
