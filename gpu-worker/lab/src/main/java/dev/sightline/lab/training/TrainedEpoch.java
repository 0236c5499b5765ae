package dev.sightline.lab.training;

/**
 * One pass over the training images: its number, from 1; the mean training loss, smaller is better; the score on the validation
 * images, larger is better; and whether that is the best so far.
 */
public record TrainedEpoch(int number, double loss, double score, boolean best) {}
