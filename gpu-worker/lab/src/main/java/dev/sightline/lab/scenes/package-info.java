/**
 * Pictures composed of cut-outs, with exactly known boxes, and what else detectors are measured on ({@link
 * dev.sightline.lab.scenes.DetectionData}).
 */
@org.jspecify.annotations.NullMarked
package dev.sightline.lab.scenes;
