/**
 * The lab: measures features, detection and search with known answers, and fits what the serving models need (thresholds, heads).
 *
 * <p>Its parts, in the order in which an evaluation passes through them; each knows earlier ones only:
 *
 * <ul>
 *   <li><em>corpus</em> ({@link dev.sightline.lab.corpus.LabelledFolder}) reads pictures with known labels
 *   <li><em>scenes</em> ({@link dev.sightline.lab.scenes.SceneComposer}) makes pictures with known boxes
 *   <li><em>metrics</em> ({@link dev.sightline.lab.metrics.PrecisionAtK}) is the arithmetic
 *   <li><em>report</em> ({@link dev.sightline.lab.report.Section}) shows what was found
 *   <li><em>features</em> ({@link dev.sightline.lab.features.FeatureTable}) runs the embedders
 *   <li><em>calibration</em> ({@link dev.sightline.lab.calibration.Calibration}) fits thresholds
 *   <li><em>retrieval</em> ({@link dev.sightline.lab.retrieval.FeatureComparison}) compares what features find
 *   <li><em>search</em> ({@link dev.sightline.lab.search.SearchProtocols}) measures the index
 *   <li><em>detection</em> ({@link dev.sightline.lab.detection.BoxMatching}) measures detectors
 *   <li><em>objects</em> ({@link dev.sightline.lab.objects.DotGateTuning}) measures what detected objects are good for
 *   <li><em>training</em> ({@link dev.sightline.lab.training.LabelTraining}) fits heads to own labels
 *   <li><em>engagement</em> ({@link dev.sightline.lab.engagement.ExportedLog}) reads what users did
 *   <li><em>replay</em> ({@link dev.sightline.lab.replay.Replay}) estimates what another order would have earned
 *   <li><em>simulation</em> ({@link dev.sightline.lab.simulation.Behaviour}) plays users that do not exist
 *   <li><em>scale</em> ({@link dev.sightline.lab.scale.SizingReport}) computes sizes and costs of deployments
 *   <li><em>burst</em> ({@link dev.sightline.lab.burst.Simulation}) simulates uploads that come too fast
 *   <li><em>command</em> ({@link dev.sightline.lab.command.LabProgram}) starts it all
 * </ul>
 */
@org.jspecify.annotations.NullMarked
package dev.sightline.lab;
