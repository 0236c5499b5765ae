/**
 * The parts of the local system and their life.
 *
 * <p>{@link dev.sightline.local.system.LocalSystem} starts them in order: {@link dev.sightline.local.system.Preparation} installs
 * tools and models, {@link dev.sightline.local.system.SearchNode} and {@link dev.sightline.local.system.LocalStack} start, {@link
 * dev.sightline.local.system.Deployment} deploys the stacks, {@link dev.sightline.local.system.WorkerProcess} starts. {@link
 * dev.sightline.local.system.ProcessTable} remembers what was started, so that another run can end it.
 */
@org.jspecify.annotations.NullMarked
package dev.sightline.local.system;
