/**
 * A model of the pipeline: the real handlers on ports in memory, driven through any history that queues, crashes and refusals can make.
 *
 * <p>Read {@link dev.sightline.histories.HistoriesTest} first, then {@link dev.sightline.histories.Action} for what may happen and
 * {@link dev.sightline.histories.Fault} for what may go wrong.
 */
@org.jspecify.annotations.NullMarked
package dev.sightline.histories;
