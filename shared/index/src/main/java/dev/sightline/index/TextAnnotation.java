package dev.sightline.index;

/**
 * A word, or two words side by side, that people wrote at an image: in titles and descriptions of its pins and in the names of their boards.
 *
 * <p>{@code text} is the most frequent form of words with the same stems, in lower case. {@code pins} is the number of pins at which it is
 * written, 1 or more. {@code confidence} is {@code pins / (all pins of the image + 1)}, above 0 and below 1: one pin alone is half believed.
 *
 * <p>Paper: annotations are keywords from descriptions and board titles of all saves. The confidence is ours.
 */
public record TextAnnotation(String text, int pins, double confidence) {}
