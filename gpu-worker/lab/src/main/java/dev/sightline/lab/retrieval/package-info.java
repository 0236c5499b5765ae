/**
 * What features find: P1 precision, P2 all representations side by side, P3 what binarizing costs.
 *
 * <p>{@link dev.sightline.lab.retrieval.FeatureComparison} ranks the images of a {@link dev.sightline.lab.retrieval.RetrievalTask}
 * under each {@link dev.sightline.lab.retrieval.Representation}; {@link dev.sightline.lab.retrieval.PrecisionReport}, {@link
 * dev.sightline.lab.retrieval.GridReport} and {@link dev.sightline.lab.retrieval.BinarizingReport} say what came of it.
 */
@org.jspecify.annotations.NullMarked
package dev.sightline.lab.retrieval;
