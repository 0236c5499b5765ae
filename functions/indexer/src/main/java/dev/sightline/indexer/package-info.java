/**
 * The indexer function: makes the visual index equal to what the sources say.
 *
 * <p>Stages, the last over a whole batch: <em>receive</em> reads an {@link dev.sightline.events.IndexMessage}; <em>record</em> ({@link
 * dev.sightline.indexer.SourceRecorder}) notes it at its source, which drops what is old; <em>reconcile</em> ({@link
 * dev.sightline.reconcile.IndexReconciler}) looks at every image that the sources or its pins touch and writes or deletes it. {@link
 * dev.sightline.indexer.IndexUpdate} joins them, {@link dev.sightline.indexer.IndexHandler} is the entry point. Beside these, {@link dev.sightline.indexer.BoardFanOut} sends a
 * message for each image of a board that changed, and {@link
 * dev.sightline.indexer.TombstonePurge} forgets once a day what was removed long ago.
 */
@org.jspecify.annotations.NullMarked
package dev.sightline.indexer;
