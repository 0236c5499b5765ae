/**
 * The launcher: Sightline on one machine, and its command line.
 *
 * <p>{@link dev.sightline.local.SightlineCommand} lists the commands. {@link dev.sightline.local.LocalSystem} starts the parts in
 * order: tools and models are prepared ({@link dev.sightline.local.Preparation}), {@link dev.sightline.local.SearchNode} and {@link
 * dev.sightline.local.LocalStack} start, {@link dev.sightline.local.Deployment} deploys the stacks, {@link
 * dev.sightline.local.WorkerProcess} starts. {@link dev.sightline.local.ProcessTable} remembers what was started, so that it can be
 * ended by another run.
 *
 * <p>On a running system, {@link dev.sightline.local.Uploader} puts files into the bucket, {@link
 * dev.sightline.local.IndexingProgress} follows them into the index, {@link dev.sightline.local.ApiClient} asks queries, and {@link
 * dev.sightline.local.Demo} does all of that and draws a {@link dev.sightline.local.ContactSheet}.
 */
@org.jspecify.annotations.NullMarked
package dev.sightline.local;
