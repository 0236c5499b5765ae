/**
 * The features of a corpus under each embedder, computed once and kept: {@link dev.sightline.lab.features.FeatureCache} reads {@link
 * dev.sightline.lab.features.EmbedderFeatures}, one {@link dev.sightline.lab.features.FeatureTable} per layer; {@link
 * dev.sightline.lab.features.CorpusFeatures} adds the division of the corpus.
 */
@org.jspecify.annotations.NullMarked
package dev.sightline.lab.features;
