/** Heads for a user's own labels, trained on frozen features: a softmax layer with calibrated confidence, and a compact projection. */
@org.jspecify.annotations.NullMarked
package dev.sightline.lab.training;
