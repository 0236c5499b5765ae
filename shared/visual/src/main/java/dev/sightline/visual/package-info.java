/**
 * Value types and arithmetic of visual search, on the JDK alone.
 *
 * <p>An image is known by its {@link dev.sightline.visual.ImageSignature}; what a model set sees in it is an {@link
 * dev.sightline.visual.Embedding} of the whole image and of each {@link dev.sightline.visual.DetectedObject}.
 */
@org.jspecify.annotations.NullMarked
package dev.sightline.visual;
