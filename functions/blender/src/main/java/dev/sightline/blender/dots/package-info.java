/**
 * Dots: which detected objects of an image invite a question. {@link dev.sightline.blender.dots.DotSelection} searches each object and
 * lets {@link dev.sightline.visual.DotGate} decide by what was found.
 */
@org.jspecify.annotations.NullMarked
package dev.sightline.blender.dots;
