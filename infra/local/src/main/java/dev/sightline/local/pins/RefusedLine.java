package dev.sightline.local.pins;

/** A line of which no pin was made, and why. */
public record RefusedLine(long number, String reason) {}
