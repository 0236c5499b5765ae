package dev.sightline.policy;

import org.jspecify.annotations.Nullable;

/**
 * What a change means for one source: its share of a group's results before and after, 0..1, if all sources are triggered with a
 * confidence of 1. {@code rule}: the category rule that applies, or absent for a query that none fits.
 */
public record ShareChange(MixName mix, @Nullable String rule, CandidateSource source, double before, double after) {}
