/**
 * The index made equal to what its sources say, image by image: used by the indexer for each event and by the launcher's operations.
 *
 * <p>Read {@link dev.sightline.reconcile.IndexReconciler} first. {@link dev.sightline.reconcile.EngagementRollUp} does the same for the counts of
 * engagement and their log, day by day.
 */
@NullMarked
package dev.sightline.reconcile;

import org.jspecify.annotations.NullMarked;
