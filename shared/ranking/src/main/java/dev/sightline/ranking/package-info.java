/**
 * How Related Pins are ranked: features, the models that score them, and the document that carries a model.
 *
 * <p>Read {@link dev.sightline.ranking.RankingFeature} first.
 */
@NullMarked
package dev.sightline.ranking;

import org.jspecify.annotations.NullMarked;
