package dev.sightline.worker;

import dev.sightline.events.FeatureRecord;

/** Stored features, and whether the models had to run for them ({@code ANALYZED}) or not ({@code REUSED}). */
record Extraction(FeatureRecord features, ImageOutcome outcome) {}
