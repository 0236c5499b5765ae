/**
 * Messages between the stages and records in S3, each with a JSON Schema and a sample under {@code schemas/} and {@code samples/}.
 *
 * <p>In the order of the flow: {@link dev.sightline.events.AnalysisRequested} (ingest to worker), {@link
 * dev.sightline.events.ImageAnalysis} and {@link dev.sightline.events.FeatureRecord} (what the worker sees and stores), {@link dev.sightline.events.AnnouncedModelSet} (with which models it does so), {@link
 * dev.sightline.events.IndexMessage} (everything that the indexer acts on). Events are facts, in the past tense. {@link
 * dev.sightline.events.EventJson} is their one JSON form.
 */
@org.jspecify.annotations.NullMarked
package dev.sightline.events;
