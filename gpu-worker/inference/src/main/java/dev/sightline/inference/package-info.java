/**
 * What a model set sees in a normalized image.
 *
 * <p>In the order of the flow: {@link dev.sightline.inference.AnalysisModels} loads {@link dev.sightline.inference.ModelBundle}s;
 * {@link dev.sightline.inference.ImageAnalyzer} runs an {@link dev.sightline.inference.ObjectDetector} over the image, then an
 * {@link dev.sightline.inference.ImageEmbedder} over the whole and the crop of each object in one batch. DJL occurs only in the
 * classes named {@code Djl*}; tensors never leave them.
 */
@org.jspecify.annotations.NullMarked
package dev.sightline.inference;
