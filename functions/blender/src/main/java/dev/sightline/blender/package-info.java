/**
 * The blender function: visual questions over HTTP, answered in stages.
 *
 * <p>First {@link dev.sightline.blender.access.AccessGate} says who asks, and what of everything that may see. {@link
 * dev.sightline.blender.VisualDiscovery} takes each question through them: <em>receive</em> ({@link
 * dev.sightline.blender.receive.VisualQuery}: what a client asks), <em>understand</em> ({@link
 * dev.sightline.blender.understand.QueryUnderstanding}: what the question looks at), <em>search</em> ({@link
 * dev.sightline.blender.search.CandidateSearch}: candidates of each source), <em>blend</em> ({@link
 * dev.sightline.blender.blend.CandidateBlender}: the results of each group), <em>rank</em> ({@link
 * dev.sightline.blender.rank.PoolRanking}: the order of Related Pins), <em>respond</em> ({@link
 * dev.sightline.blender.respond.AnswerWriter}: the JSON that clients see).
 *
 * <p>Beside them: {@link dev.sightline.blender.staging.QueryKeeper} (what later queries can do without asking again), {@link
 * dev.sightline.blender.catalogue.ImageCatalogue} (what is known of images), {@link dev.sightline.blender.status.StatusCount} (how the
 * system is doing), {@link dev.sightline.blender.pins.PinDesk} and {@link
 * dev.sightline.blender.pins.BoardDesk} (pins and boards), {@link dev.sightline.blender.feedback.EventIntake} (reports of what users did), {@link
 * dev.sightline.blender.upload.UploadDesk} (presigned uploads), {@link dev.sightline.blender.problem.ProblemMappers} (errors) and {@link
 * dev.sightline.blender.contract.ContractFilter} (what the OpenAPI document says of all operations).
 */
@org.jspecify.annotations.NullMarked
package dev.sightline.blender;
