package dev.sightline.lab.detection;

/** A detection with its confidence, 0..1, and whether it found an object that no surer detection had found. */
public record Judgement(double confidence, boolean right) {}
