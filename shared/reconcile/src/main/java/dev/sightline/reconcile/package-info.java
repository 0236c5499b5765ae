/**
 * The index made equal to what its sources say, image by image: used by the indexer for each event and by the launcher's operations.
 *
 * <p>Read {@link dev.sightline.reconcile.IndexReconciler} first.
 */
@NullMarked
package dev.sightline.reconcile;

import org.jspecify.annotations.NullMarked;
