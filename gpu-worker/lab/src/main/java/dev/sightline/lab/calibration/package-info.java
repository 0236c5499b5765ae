/** Fits the thresholds of a binarizer to a sample, in one pass and bounded memory, and shows how well its bits are balanced. */
@org.jspecify.annotations.NullMarked
package dev.sightline.lab.calibration;
