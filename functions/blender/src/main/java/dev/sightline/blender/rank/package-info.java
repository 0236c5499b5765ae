/**
 * Stage rank: orders the pool of Related Pins by what is known of each candidate.
 *
 * <p>Read {@link dev.sightline.blender.rank.PoolRanking} first.
 */
@NullMarked
package dev.sightline.blender.rank;

import org.jspecify.annotations.NullMarked;
