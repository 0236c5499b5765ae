/**
 * The lab: measures features, detection and search with known answers, and fits what the serving models need (thresholds, heads).
 *
 * <p>Its parts, in the order in which an evaluation passes through them: <em>corpus</em> ({@link
 * dev.sightline.lab.corpus.LabelledFolder}) reads pictures with known labels, <em>scenes</em> ({@link
 * dev.sightline.lab.scenes.SceneComposer}) makes pictures with known boxes, <em>metrics</em> ({@link
 * dev.sightline.lab.metrics.PrecisionAtK}) is the arithmetic, <em>report</em> ({@link dev.sightline.lab.report.Section}) shows what
 * was found, <em>calibration</em> ({@link dev.sightline.lab.calibration.Calibration}) fits thresholds, <em>detection</em> ({@link dev.sightline.lab.detection.BoxMatching}) measures detectors, <em>training</em> ({@link dev.sightline.lab.training.LabelTraining}) fits heads to own labels.
 */
@org.jspecify.annotations.NullMarked
package dev.sightline.lab;
