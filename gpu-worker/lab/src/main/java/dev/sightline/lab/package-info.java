/**
 * What is measured with known answers: labelled folders, scenes composed of their pictures, and the arithmetic of precision.
 *
 * <p>{@link dev.sightline.lab.LabelledFolder} reads a corpus, {@link dev.sightline.lab.SceneComposer} makes pictures with several
 * objects at known places, {@link dev.sightline.lab.PrecisionAtK} judges an answer.
 */
@org.jspecify.annotations.NullMarked
package dev.sightline.lab;
