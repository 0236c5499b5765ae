package dev.sightline.lab.replay;

import dev.sightline.lab.metrics.Interval;

/**
 * What a contender would have earned, in actions an answer, each with its 95 % interval over users.
 *
 * <p>{@code selfNormalized} is the figure to use; {@code inversePropensity} is unbiased and moves more. {@code effectiveSize}: how many
 * matched places of one weight would tell as much. {@code matches}: logged places that agree with the contender.
 */
public record ReplayEstimate(
        String contender, Interval selfNormalized, Interval inversePropensity, double effectiveSize, long matches) {}
