package dev.sightline.worker;

import dev.sightline.events.FeatureRecord;
import org.jspecify.annotations.Nullable;

/**
 * Stored features under the current model set, and whether models had to run ({@code ANALYZED}) or not ({@code REUSED}).
 *
 * @param nextFailure why there are none under the next model set; null if there are, or if there is no next set
 */
record Extraction(
        FeatureRecord features,
        ImageOutcome outcome,
        @Nullable RuntimeException nextFailure) {}
