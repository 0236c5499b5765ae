/**
 * What a model set sees in a normalized image.
 *
 * <p>In the order of the flow: {@link dev.sightline.inference.BundleCache} brings bundles from elsewhere; {@link
 * dev.sightline.inference.AnalysisModels} loads the {@link dev.sightline.inference.ModelBundle}s of a model set, {@link
 * dev.sightline.inference.EmbedderModel} and {@link dev.sightline.inference.DetectorModel} a single one, as measurements need it;
 * {@link dev.sightline.inference.ImageAnalyzer} runs an {@link dev.sightline.inference.ObjectDetector} over the image, then an
 * {@link dev.sightline.inference.ImageEmbedder} over the whole and the crop of each object in one batch. DJL occurs only in the
 * classes named {@code Djl*}; tensors never leave them.
 */
@org.jspecify.annotations.NullMarked
package dev.sightline.inference;
