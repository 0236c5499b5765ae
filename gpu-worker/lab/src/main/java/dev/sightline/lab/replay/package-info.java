/**
 * P11: what another order of logged results would have earned, estimated from answers whose order was drawn at random.
 *
 * <p>Read {@link dev.sightline.lab.replay.Replay} first.
 */
@org.jspecify.annotations.NullMarked
package dev.sightline.lab.replay;
