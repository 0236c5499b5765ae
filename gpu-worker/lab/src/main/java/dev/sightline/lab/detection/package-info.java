/**
 * How well detectors find known objects: which detections are right ({@link dev.sightline.lab.detection.BoxMatching}), what that
 * means for precision, recall and AP ({@link dev.sightline.lab.detection.PrecisionRecallCurve}), and protocol P6.
 */
@org.jspecify.annotations.NullMarked
package dev.sightline.lab.detection;
