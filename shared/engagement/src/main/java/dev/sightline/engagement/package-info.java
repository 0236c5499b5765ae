/**
 * What users did with results, as numbers: counts, the rates that a place alone explains, and the boost that is left.
 *
 * <p>Read {@link dev.sightline.engagement.EngagementCounts} first, then {@link dev.sightline.engagement.Memboost}.
 */
@NullMarked
package dev.sightline.engagement;

import org.jspecify.annotations.NullMarked;
